import { posix } from "node:path";
import type { FileReference } from "../../workspace/references/types.ts";
import type { Workspace } from "../../workspace/types.ts";
import { isFilledByTools } from "./filled-folders.ts";
import { isPackedByBuild } from "./image-sources.ts";

interface Candidate {
  readonly file: string;
  readonly reference: FileReference;
  readonly paths: readonly string[];
}

/**
 * Below a folder that tools fill and that is not there; a file that people copy from an example beside it; or what the
 * Dockerfile beside a package starts too, and so puts there.
 */
export function isMade({ file, paths, reference }: Candidate, workspace: Workspace): boolean {
  const { kind, target, what } = reference;
  const [path = ""] = paths;
  if (isFilledByTools(workspace, path)) return true;
  // What is pulled from whoever wrote it, or put together first: `upstream/`.
  if (
    kind === "kustomize" &&
    ["upstream", "bundled", "rendered"].some((name) => isBelowAbsent(path, name, workspace))
  )
    return true;
  if (kind === "dockerfile" && (isPackedByBuild(path, workspace) || isPackedByLeeway(file, workspace)))
    return true;
  if (kind === "package_json" && !/^(script|workspace)/.test(what) && isPackedByBazel(file, workspace))
    return true;
  if (reference.mayBeBuilt === true && !hasFirstFolder(file, path, workspace)) return true;
  if (kind === "package_json" && what.startsWith("script")) {
    const read = workspace.readText(posix.join(posix.dirname(file), "Dockerfile"));
    return read.isRead && read.text.includes(target);
  }
  if (!kind.startsWith("compose") && kind !== "markdown" && kind !== "dockerfile") return false;
  if (what === "file of secrets" && !workspace.has(posix.dirname(path))) return true;
  const places = kind === "dockerfile" ? paths : [path];
  return places.some((place) => EXAMPLES.some((ending) => workspace.has(`${place}${ending}`)));
}

function isBelowAbsent(path: string, name: string, workspace: Workspace): boolean {
  const names = path.split("/");
  const at = names.indexOf(name);
  return at !== -1 && !workspace.has(names.slice(0, at + 1).join("/"));
}

/** True where the first folder of a path is there, as seen from the file that names it. */
function hasFirstFolder(file: string, path: string, workspace: Workspace): boolean {
  const rest = posix.relative(posix.dirname(file), path).split("/");
  return rest.length === 1 || workspace.has(posix.join(posix.dirname(file), rest[0] ?? ""));
}

const EXAMPLES = [
  ".example",
  ".sample",
  ".template",
  ".dist",
  ".tmpl",
  ".tpl",
  "-example",
  "-sample",
  ".default",
  ".erb",
  ".j2",
] as const;

/** Leeway puts what `BUILD.yaml` asks for beside a Dockerfile before it builds it. */
function isPackedByLeeway(file: string, workspace: Workspace): boolean {
  const read = workspace.readText(posix.join(posix.dirname(file), "BUILD.yaml"));
  return read.isRead && /^\s*-?\s*type:\s*docker\b/m.test(read.text);
}

/** A package whose folder Bazel builds is put together elsewhere: its manifest names what is in it there. */
function isPackedByBazel(file: string, workspace: Workspace): boolean {
  return ["BUILD.bazel", "BUILD"].some((name) => workspace.has(posix.join(posix.dirname(file), name)));
}
