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
  const { files } = workspace;
  const unknown = new Map<number, WorkspaceFile[]>();
  const known = files.filter((file) => {
    if (file.contentKey !== undefined) return true;
    if (!isCompared(file)) return false;
    if (file.contentId.length === 40) return true;
    unknown.set(file.size, [...(unknown.get(file.size) ?? []), file]);
    return false;
  });
  const compared = readUnknown(tree, unknown, known);
  const groups = new Map<string, WorkspaceFile[]>();
  for (const file of withCompany(known, compared)) if (isCompared(file)) add(groups, file.contentId, file);
  for (const { file, id } of compared) add(groups, id, file);
  const same: (readonly string[])[] = [];
  for (const group of groups.values()) {
    if (group.length < 2 || arePointers(tree, group)) continue;
    const paths = withoutHardLinks(tree, group);
    if (paths.length > 1) same.push(unknown.size === 0 ? paths : paths.toSorted());
  }
  return unknown.size === 0 ? same : same.toSorted((a, b) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1));
}

function isCompared({ size, kind, state }: WorkspaceFile): boolean {
  return size > 0 && kind === "file" && state !== "ignored";
}

/** Numbers that hold a key of 32 bits and a place below this one are exact. */
const MOST_FILES = 2_097_152;

/**
 * Those whose key another one has too, in their order: most files are the only ones of their content, and numbers are
 * sorted many times faster than texts are compared.
 */
function withCompany(
  files: readonly WorkspaceFile[],
  compared: readonly Compared[],
): readonly WorkspaceFile[] {
  if (files.length >= MOST_FILES) return files;
  const keys = new Float64Array(files.length);
  let place = 0;
  for (const { contentKey } of files) {
    if (contentKey === undefined) return files;
    keys[place] = contentKey * MOST_FILES + place;
    place += 1;
  }
  keys.sort();
  const others = new Set(compared.map(({ id }) => Number.parseInt(id.slice(0, 8), 16)));
  const hasCompany = new Uint8Array(files.length);
  let beforeKey = -1;
  let beforePlace = 0;
  for (const number of keys) {
    const key = Math.floor(number / MOST_FILES);
    const at = number - key * MOST_FILES;
    if (key === beforeKey) hasCompany[beforePlace] = hasCompany[at] = 1;
    else if (others.has(key)) hasCompany[at] = 1;
    [beforeKey, beforePlace] = [key, at];
  }
  return files.filter((_, index) => hasCompany[index] === 1);
}

interface Compared {
  readonly file: WorkspaceFile;
  readonly id: string;
}

function add(groups: Map<string, WorkspaceFile[]>, id: string, file: WorkspaceFile): void {
  const group = groups.get(id);
  if (group === undefined) groups.set(id, [file]);
  else group.push(file);
}

/** Files that git has no id of yet, as far as their size is that of another file. */
function readUnknown(
  { platform, workspace }: Tree,
  unknown: ReadonlyMap<number, readonly WorkspaceFile[]>,
  known: readonly WorkspaceFile[],
): readonly Compared[] {
  if (unknown.size === 0) return [];
  const sizes = new Set(known.map(({ size }) => size));
  return [...unknown].flatMap(([size, files]) => {
    if (size > LARGEST || (files.length < 2 && !sizes.has(size))) return [];
    return files.flatMap((file) => {
      const read = platform.files.readBytes(`${workspace.root}/${file.path}`, { maxBytes: LARGEST });
      return read.isRead ? [{ file, id: platform.hash.gitBlobId(read.bytes) }] : [];
    });
  });
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
