import type { FileStat, Platform } from "../platform/types.ts";
import type { ListedFile } from "./listing.ts";
import type { TrackedFiles } from "./tracked-files.ts";
import type { WorkspaceFile } from "./types.ts";

/** Asks the disk about the files of which the listing does not say enough; sorts by path. Vanished ones are left out. */
export function completeFiles(
  platform: Platform,
  root: string,
  files: readonly ListedFile[],
): readonly WorkspaceFile[] {
  const complete = files.flatMap((file) => {
    if (file.known !== undefined) return [file.known];
    const stat = platform.files.lstat(absolutePath(root, file.path, file.raw));
    return stat === undefined || stat.kind === "folder" ? [] : [fromDisk(file, stat)];
  });
  return sortByPath(complete);
}

/** Tracked files and others, sorted, as one list by path. */
export function mergeFiles(
  tracked: TrackedFiles,
  others: readonly WorkspaceFile[],
): readonly WorkspaceFile[] {
  const merged: WorkspaceFile[] = [];
  let next = 0;
  for (let place = 0; place < tracked.length; place += 1) {
    const file = tracked.at(place);
    if (file === undefined) continue;
    for (let other = others[next]; other !== undefined && other.path < file.path; other = others[next]) {
      merged.push(other);
      next += 1;
    }
    merged.push(file);
  }
  const all = merged.concat(others.slice(next));
  return tracked.isSorted ? all : sortByPath(all);
}

/** For what asks the disk; the bytes of a path are given where it is not UTF-8. */
export function absolutePath(root: string, path: string, raw: Buffer | undefined): string | Buffer {
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

/** As they are where they are in order. */
export function sortByPath(files: readonly WorkspaceFile[]): readonly WorkspaceFile[] {
  let before = "";
  for (const { path } of files) {
    if (path < before) return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    before = path;
  }
  return files;
}
