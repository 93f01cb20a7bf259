import type { Platform } from "../../platform/types.ts";
import type { Workspace, WorkspaceFile } from "../../workspace/types.ts";

/** Larger ones are not compared: they are data that nobody copies by accident. */
const LARGEST = 268_435_456;

/** A pointer of git's large file storage has three short lines. */
const POINTER_SIZES = [100, 200] as const;

interface Tree {
  readonly platform: Platform;
  readonly workspace: Workspace;
}

/**
 * Groups of files that share their content, each group and its files in the order of the listing. Git's own ids do for
 * what is as it was committed; of the rest only files are read whose size another one has. Two names of one inode are
 * one file, and files that git keeps elsewhere are none.
 */
export function findSameContent(platform: Platform, workspace: Workspace): readonly (readonly string[])[] {
  const tree = { platform, workspace };
  const groups = new Map<string, WorkspaceFile[]>();
  const unknown = new Map<number, WorkspaceFile[]>();
  const sizes = new Set<number>();
  for (const file of workspace.files) {
    const { size } = file;
    if (size === 0 || file.kind !== "file" || file.state === "ignored") continue;
    const { contentId } = file;
    if (contentId.length === 40) {
      sizes.add(size);
      add(groups, contentId, file);
    } else unknown.set(size, [...(unknown.get(size) ?? []), file]);
  }
  addUnknown(groups, { unknown, sizes }, tree);
  const same: (readonly string[])[] = [];
  for (const group of groups.values()) {
    if (group.length < 2 || arePointers(tree, group)) continue;
    const paths = withoutHardLinks(tree, group);
    if (paths.length > 1) same.push(unknown.size === 0 ? paths : paths.toSorted());
  }
  return unknown.size === 0 ? same : same.toSorted((a, b) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1));
}

function add(groups: Map<string, WorkspaceFile[]>, id: string, file: WorkspaceFile): void {
  const group = groups.get(id);
  if (group === undefined) groups.set(id, [file]);
  else group.push(file);
}

/** Files that git has no id of yet, as far as their size is that of another file. */
function addUnknown(
  groups: Map<string, WorkspaceFile[]>,
  {
    unknown,
    sizes,
  }: { readonly unknown: ReadonlyMap<number, readonly WorkspaceFile[]>; readonly sizes: ReadonlySet<number> },
  { platform, workspace }: Tree,
): void {
  for (const [size, files] of unknown) {
    if (size > LARGEST || (files.length < 2 && !sizes.has(size))) continue;
    for (const file of files) {
      const read = platform.files.readBytes(`${workspace.root}/${file.path}`, { maxBytes: LARGEST });
      if (read.isRead) add(groups, platform.hash.gitBlobId(read.bytes), file);
    }
  }
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
