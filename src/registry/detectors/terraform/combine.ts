import type { JsonObject } from "../../../model/json.ts";
import type { ResourceDraft } from "../../../model/resource.ts";
import { groupDrafts, isJsonObject, metadataItems, metadataText } from "../../metadata.ts";
import { localFolder } from "./module-source.ts";

/** Where modules that others are meant to call stand by custom, whether or not this repository calls them. */
const LIBRARY = /(^|\/)modules\/[^/]+$/;

/** Puts the files of each folder together as one module, and says which modules are roots. */
export function combineModules(parts: readonly ResourceDraft[]): readonly ResourceDraft[] {
  const called = calledFolders(parts);
  return groupDrafts(parts, ({ name }) => name).flatMap((files) => {
    const hasCode = files.some(({ metadata }) => metadata?.["isCode"] === true);
    return hasCode ? [describeModule(files, called.has(files[0].name))] : [];
  });
}

type Files = readonly [ResourceDraft, ...ResourceDraft[]];

function describeModule(files: Files, isCalled: boolean): ResourceDraft {
  const folder = files[0].name;
  const telling = tellingFile(files);
  const metadata = combineMetadata(files);
  const isRoot = isRootModule(folder, metadata, isCalled);
  return {
    name: folder === "." ? "root" : folder,
    resourceType: "terraform",
    accessPattern: `terraform -chdir=${folder}`,
    description: isRoot ? "Terraform root module" : "Terraform module",
    version: files.map((file) => metadataText(file, "requiredVersion")).find((version) => version !== ""),
    status: "available",
    priority: isRoot ? 2 : 3,
    tags: ["terraform", isRoot ? "root" : "module"],
    metadata: { isRoot, folder, ...metadata },
    file: telling.file,
    line: lineOf(telling),
  };
}

/** A folder is a root where it keeps a state, sets a provider up, has values of its own, or nobody calls it. */
function isRootModule(folder: string, metadata: JsonObject, isCalled: boolean): boolean {
  const { backend, providers, variableFiles } = metadata;
  const isConfigured = listOf(providers).some(
    (provider) => isJsonObject(provider) && provider["isConfigured"] === true,
  );
  if (backend !== undefined || isConfigured || listOf(variableFiles).length > 0) return true;
  return !isCalled && !LIBRARY.test(folder);
}

function combineMetadata(files: Files): JsonObject {
  return {
    requiredVersion: files.map((file) => metadataText(file, "requiredVersion")).find((text) => text !== ""),
    providers: metadataItems(files, "providers"),
    backend: metadataItems(files, "backends")[0],
    modules: metadataItems(files, "modules"),
    lockedProviders: metadataItems(files, "lockedProviders"),
    variableFiles: files.map((file) => metadataText(file, "variableFile")).filter((path) => path !== ""),
    resources: sumIn(files, "resources"),
    dataSources: sumIn(files, "dataSources"),
    variables: sumIn(files, "variables"),
    outputs: sumIn(files, "outputs"),
  };
}

/** The file that stands for the module; among equals the first by path. */
function tellingFile(files: Files): ResourceDraft {
  const rankOf = ({ metadata }: ResourceDraft) => Number(metadata?.["rank"] ?? 9);
  return files.toSorted((a, b) => rankOf(a) - rankOf(b))[0] ?? files[0];
}

function lineOf({ metadata }: ResourceDraft): number {
  const line = metadata?.["line"];
  return typeof line === "number" ? line : 1;
}

/** Folders that another folder of the tree calls as a module. */
function calledFolders(parts: readonly ResourceDraft[]): ReadonlySet<string> {
  return new Set(
    parts.flatMap((part) =>
      metadataItems([part], "modules").flatMap((module) => {
        const source = isJsonObject(module) ? module["source"] : undefined;
        return typeof source === "string" ? (localFolder(source, part.name) ?? []) : [];
      }),
    ),
  );
}

function listOf(value: JsonObject[string]) {
  return Array.isArray(value) ? value : [];
}

function sumIn(files: Files, key: string): number {
  return files.reduce((sum, { metadata }) => sum + Number(metadata?.[key] ?? 0), 0);
}
