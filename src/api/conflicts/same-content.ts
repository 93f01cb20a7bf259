import { groupsBy } from "../../conflicts/paths.ts";
import type { Platform } from "../../platform/types.ts";
import type { Workspace, WorkspaceFile } from "../../workspace/types.ts";

/** Larger ones are not compared: they are data that nobody copies by accident. */
const LARGEST = 268_435_456;

/** A pointer of git's large file storage has three short lines. */
const POINTER_SIZES = [126, 200] as const;

interface Tree {
  readonly platform: Platform;
  readonly workspace: Workspace;
}

/**
 * Groups of files that share their content, each group and its files by path. Git's own ids do for
 * what is as it was committed; of the rest only files are read whose size another one has. Two names of one inode are
 * one file, and files that git keeps elsewhere are none.
 */
export function findSameContent(platform: Platform, workspace: Workspace): readonly (readonly string[])[] {
  const tree = { platform, workspace };
  const { same, sameSize } = workspace.findSharedContent();
  const groups = [...same, ...sameSize.flatMap((files) => groupsBy(files, (file) => idOf(tree, file)))];
  return groups
    .filter((group) => !arePointers(tree, group))
    .map((group) => withoutHardLinks(tree, group))
    .filter(({ length }) => length > 1)
    .toSorted((a, b) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1));
}

/** Git's id; what git has none of yet is read. */
function idOf({ platform, workspace }: Tree, { path, size, contentId }: WorkspaceFile): string | undefined {
  if (contentId.length === 40) return contentId;
  if (size > LARGEST) return undefined;
  const read = platform.files.readBytes(`${workspace.root}/${path}`, { maxBytes: LARGEST });
  return read.isRead ? platform.hash.gitBlobId(read.bytes) : undefined;
}

function arePointers({ platform, workspace }: Tree, [first]: readonly WorkspaceFile[]): boolean {
  const [least, most] = POINTER_SIZES;
  if (first === undefined || first.size < least || first.size > most) return false;
  const read = platform.files.readText(`${workspace.root}/${first.path}`, { maxBytes: most });
  return read.isRead && read.text.startsWith("version https://git-lfs");
}

/** The disk is only asked where git's index does not tell the files apart. */
function withoutHardLinks({ platform, workspace }: Tree, group: readonly WorkspaceFile[]): readonly string[] {
  const paths = group.map(({ path }) => path);
  const known = new Set(group.map(({ inode = "" }) => inode));
  if (known.size === paths.length && !known.has("")) return paths;
  const inodes = new Set<string>();
  return paths.filter((path) => {
    const stat = platform.files.lstat(`${workspace.root}/${path}`);
    const inode = stat === undefined ? path : `${stat.device}:${stat.inode}`;
    if (inodes.has(inode)) return false;
    inodes.add(inode);
    return true;
  });
}
