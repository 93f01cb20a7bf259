import type { FileStat, Platform } from "../platform/types.ts";
import type { ListedFile } from "./listing.ts";
import type { WorkspaceFile } from "./types.ts";

/** Asks the disk about the files of which the listing does not say enough; sorts by path. Vanished ones are left out. */
export function completeFiles(
  platform: Platform,
  root: string,
  files: readonly ListedFile[],
): readonly WorkspaceFile[] {
  const complete: WorkspaceFile[] = [];
  for (const file of files) {
    if (file.known !== undefined) complete.push(file.known);
    else {
      const stat = platform.files.lstat(absolutePath(root, file));
      if (stat !== undefined && stat.kind !== "folder") complete.push(fromDisk(file, stat));
    }
  }
  return isSorted(complete) ? complete : complete.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function absolutePath(root: string, { path, raw }: ListedFile): string | Buffer {
  return raw === undefined ? `${root}/${path}` : Buffer.concat([Buffer.from(`${root}/`, "utf8"), raw]);
}

function fromDisk(file: ListedFile, stat: FileStat): WorkspaceFile {
  return {
    path: file.path,
    kind: stat.kind === "folder" ? "other" : stat.kind,
    state: file.state,
    size: stat.size,
    mode: stat.mode,
    contentId: `stat:${stat.size}-${stat.modifiedMs}-${stat.inode}`,
  };
}

function isSorted(files: readonly WorkspaceFile[]): boolean {
  let before = "";
  for (const { path } of files) {
    if (path < before) return false;
    before = path;
  }
  return true;
}
