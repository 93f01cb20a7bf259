import { posix } from "node:path";
import { isGeneratedFolder } from "../../workspace/generated-folders.ts";
import type { Workspace } from "../../workspace/types.ts";

/** True for a path below a folder that tools fill and that is not there yet. */
export function isFilledByTools(workspace: Workspace, path: string): boolean {
  const names = path.split("/");
  const firstAbsent = names.findIndex((_, index) => !workspace.has(names.slice(0, index + 1).join("/")));
  return firstAbsent < names.length - 1 && isGeneratedFolder(names[firstAbsent] ?? "");
}

/** Tells of paths that belong to another repository, which may not be there: submodules and what is below them. */
export function submodulesOf({ files }: Workspace): (path: string) => boolean {
  const prefixes = files.filter(({ kind }) => kind === "submodule").map(({ path }) => `${path}/`);
  return (path) => prefixes.some((prefix) => `${path}/`.startsWith(prefix));
}

/** Tells of a path which folder on the way is a link. */
export function linksAbove(workspace: Workspace): (path: string) => string | undefined {
  const links = new Set(workspace.files.flatMap(({ kind, path }) => (kind === "link" ? [path] : [])));
  return (path) => {
    if (links.size === 0) return undefined;
    for (let folder = posix.dirname(path); folder !== "." && folder !== "/"; folder = posix.dirname(folder))
      if (links.has(folder)) return folder;
    return undefined;
  };
}
