import { posix } from "node:path";
import type { ResourceDraft } from "../../../model/resource.ts";
import { groupDrafts, isJsonObject, metadataItems } from "../../metadata.ts";

/** Puts the files of each folder together as one module, and says which modules are roots. */
export function combineModules(parts: readonly ResourceDraft[]): readonly ResourceDraft[] {
  const called = calledFolders(parts);
  return groupDrafts(parts, ({ name }) => name).flatMap((files) => {
    const folder = files[0].name;
    const isOnlyLock = files.every(({ file }) => file?.endsWith(".terraform.lock.hcl"));
    return isOnlyLock ? [] : [describeModule(folder, files, called.has(folder))];
  });
}

function describeModule(folder: string, files: readonly ResourceDraft[], isCalled: boolean): ResourceDraft {
  const backends = metadataItems(files, "backends");
  const providers = metadataItems(files, "providers");
  const isRoot =
    backends.length > 0 ||
    providers.some((provider) => isJsonObject(provider) && provider["isConfigured"] === true) ||
    !isCalled;
  const version = files.map((file) => file.version).find((found) => found !== undefined);
  const first =
    files.find((file) => file.version !== undefined) ??
    files.find(({ file }) => file?.endsWith("/main.tf")) ??
    files[0];
  const name = folder === "." ? "root" : folder;
  return {
    name,
    resourceType: "terraform",
    accessPattern: `terraform -chdir=${folder}`,
    description: isRoot ? "Terraform root module" : "Terraform module",
    version,
    status: "available",
    priority: isRoot ? 2 : 3,
    tags: ["terraform", isRoot ? "root" : "module"],
    metadata: {
      isRoot,
      folder,
      requiredVersion: version,
      providers,
      backend: backends[0],
      modules: metadataItems(files, "modules"),
      lockedProviders: metadataItems(files, "lockedProviders"),
      resources: sumIn(files, "resources"),
      variables: sumIn(files, "variables"),
    },
    file: first?.file,
    line: first?.line,
  };
}

/** Folders that another folder of the tree calls as a module. */
function calledFolders(parts: readonly ResourceDraft[]): ReadonlySet<string> {
  return new Set(
    parts.flatMap((part) =>
      metadataItems([part], "modules").flatMap((module) => {
        const source = isJsonObject(module) ? module["source"] : undefined;
        return typeof source === "string" && /^\.{1,2}\//.test(source)
          ? [posix.normalize(posix.join(part.name, source)).replace(/\/$/, "")]
          : [];
      }),
    ),
  );
}

function sumIn(files: readonly ResourceDraft[], key: string): number {
  return files.reduce((sum, { metadata }) => sum + Number(metadata?.[key] ?? 0), 0);
}
