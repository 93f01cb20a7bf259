import type { ResourceDraft } from "../../../model/resource.ts";
import { groupDrafts, metadataText } from "../../metadata.ts";
import type { Detection, SourceFile } from "../../types.ts";
import { classify, type Ecosystem } from "./classify.ts";
import type { Dependency } from "./dependency.ts";
import { readManifest } from "./manifests.ts";

/** The cloud and AI libraries that a manifest asks for. */
export async function extractLibraries(file: SourceFile): Promise<Detection> {
  const dependencies = await readManifest(file);
  return { resources: dependencies.flatMap((dependency) => describe(dependency, file.path)) };
}

/** One resource a package, with every manifest that asks for it; the first by path gives version and place. */
export function combineLibraries(drafts: readonly ResourceDraft[]): readonly ResourceDraft[] {
  const groups = groupDrafts(drafts, (draft) => `${metadataText(draft, "ecosystem")} ${draft.name}`);
  return groups.map((group) => {
    const [first] = group;
    const isShared = groups.some(([other]) => other !== first && other.name === first.name);
    const name = isShared ? `${first.name} (${metadataText(first, "ecosystem")})` : first.name;
    const places = group.map(({ file, line, version }) => ({ file, line, version }));
    return { ...first, name, metadata: { ...first.metadata, places } };
  });
}

function describe({ ecosystem, name, version, line }: Dependency, file: string): readonly ResourceDraft[] {
  const family = classify(ecosystem, name);
  const isOwn = /^(workspace|file|link|portal|path):/.test(version ?? "");
  if (family === undefined || isOwn) return [];
  return [
    {
      name,
      resourceType: family.kind,
      accessPattern: installCommand(ecosystem, name),
      description: `${family.provider} library (${ecosystem})`,
      version: version?.replace(/^(~>|[=~^]+)\s*/, "").trim() || undefined,
      status: "available",
      tags: [family.provider, ecosystem],
      metadata: { ecosystem, provider: family.provider, declaredVersion: version },
      file,
      line,
    },
  ];
}

const COMMANDS: Readonly<Record<Ecosystem, string>> = {
  npm: "npm install",
  pypi: "pip install",
  rubygems: "gem install",
  packagist: "composer require",
  go: "go get",
  crates: "cargo add",
  maven: "maven",
  nuget: "dotnet add package",
  hex: "mix deps.get",
  pub: "dart pub add",
  swift: "swift package add-dependency",
};

function installCommand(ecosystem: Ecosystem, name: string): string {
  return `${COMMANDS[ecosystem]} ${name}`;
}
