import type { SnapshotFile } from "../../model/snapshot.ts";
import type { Platform } from "../../platform/types.ts";
import type { Workspace, WorkspaceFile } from "../../workspace/types.ts";

/** Larger ones are not compared: they are data that nobody copies by accident. */
const LARGEST = 268_435_456;

/** A pointer of git's large file storage is of this size or less. */
const POINTER_SIZE = 200;

/**
 * The files of the tree, those that share their content told by an id. Git's own ids do for what is as it was
 * committed; of the rest only files are read whose size another one has. Two names of one inode are one file.
 */
export function withBlobIds(platform: Platform, workspace: Workspace): readonly SnapshotFile[] {
  const bySize = new Map<number, WorkspaceFile[]>();
  for (const file of workspace.files) {
    if (file.kind !== "file" || file.state === "ignored" || file.size === 0) continue;
    bySize.set(file.size, [...(bySize.get(file.size) ?? []), file]);
  }
  const ids = new Map<string, string>();
  for (const group of bySize.values()) {
    if (group.length > 1) for (const file of group) addId(ids, file, { platform, root: workspace.root });
  }
  dropLinked(ids, platform, workspace.root);
  return workspace.files.map(({ path, kind, state, size }) => {
    const blobId = ids.get(path);
    return { path, kind, state, size, ...(blobId === undefined ? {} : { blobId }) };
  });
}

interface Place {
  readonly platform: Platform;
  readonly root: string;
}

function addId(
  ids: Map<string, string>,
  { path, contentId, size }: WorkspaceFile,
  { platform, root }: Place,
): void {
  if (/^[0-9a-f]{40}$/.test(contentId)) {
    ids.set(path, contentId);
    return;
  }
  if (size > LARGEST) return;
  const read = platform.files.readBytes(`${root}/${path}`, { maxBytes: LARGEST });
  if (read.isRead) ids.set(path, platform.hash.gitBlobId(read.bytes));
}

/** Of one inode with several names all but the first, and pointers to files that are elsewhere. */
function dropLinked(ids: Map<string, string>, platform: Platform, root: string): void {
  const groups = new Map<string, string[]>();
  for (const [path, id] of ids) groups.set(id, [...(groups.get(id) ?? []), path]);
  for (const paths of groups.values()) {
    if (paths.length < 2) continue;
    const inodes = new Set<string>();
    for (const path of paths) {
      const stat = platform.files.lstat(`${root}/${path}`);
      const inode = `${stat?.device ?? 0}:${stat?.inode ?? path}`;
      if (inodes.has(inode)) ids.delete(path);
      inodes.add(inode);
    }
    const [first = ""] = paths;
    if ((platform.files.lstat(`${root}/${first}`)?.size ?? 0) > POINTER_SIZE) continue;
    const read = platform.files.readText(`${root}/${first}`, { maxBytes: POINTER_SIZE });
    if (read.isRead && read.text.startsWith("version https://git-lfs"))
      for (const path of paths) ids.delete(path);
  }
}
