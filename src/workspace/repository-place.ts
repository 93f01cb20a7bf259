import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Platform } from "../platform/types.ts";
import type { RepositoryPlace } from "./types.ts";

const MAX_BYTES = 65_536;

/** Finds the repository that a folder is in by looking for `.git` upwards; starts no process. */
export function findRepository(platform: Platform, root: string): RepositoryPlace | undefined {
  if (isGitFolder(platform, root)) return { workTree: undefined, gitFolder: root, commonFolder: root };
  for (let folder = root; ; folder = dirname(folder)) {
    const gitFolder = gitFolderOf(platform, folder);
    if (gitFolder !== undefined) {
      return { workTree: folder, gitFolder, commonFolder: commonFolderOf(platform, gitFolder) };
    }
    if (dirname(folder) === folder) return undefined;
  }
}

/** The root relative to the top of the work tree: empty, or ending with `/`. */
export function prefixOf(workTree: string, root: string): string {
  const path = relative(workTree, root).split(sep).join("/");
  return path === "" ? "" : `${path}/`;
}

/** `.git` is a folder, or in linked work trees and submodules a file that names one. */
function gitFolderOf(platform: Platform, folder: string): string | undefined {
  const path = join(folder, ".git");
  const stat = platform.files.stat(path);
  if (stat?.kind === "folder") return isGitFolder(platform, path) ? path : undefined;
  if (stat?.kind !== "file") return undefined;
  const read = platform.files.readText(path, { maxBytes: MAX_BYTES });
  const target = read.isRead ? /^gitdir: (.+?)\r?\n?$/.exec(read.text)?.[1] : undefined;
  if (target === undefined) return undefined;
  const gitFolder = resolve(folder, target);
  return platform.files.stat(join(gitFolder, "HEAD")) === undefined ? undefined : gitFolder;
}

function isGitFolder(platform: Platform, path: string): boolean {
  return (
    platform.files.stat(join(path, "HEAD"))?.kind === "file" &&
    platform.files.stat(join(path, "objects"))?.kind === "folder" &&
    platform.files.stat(join(path, "refs"))?.kind === "folder"
  );
}

function commonFolderOf(platform: Platform, gitFolder: string): string {
  const read = platform.files.readText(join(gitFolder, "commondir"), { maxBytes: MAX_BYTES });
  if (!read.isRead) return gitFolder;
  const target = read.text.trim();
  return isAbsolute(target) ? target : resolve(gitFolder, target);
}
