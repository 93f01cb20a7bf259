import type { HeldFolder } from "../platform/edit-types.ts";
import type { FileSystem } from "../platform/types.ts";
import { holdsAny } from "./in-use.ts";
import { joined } from "./folder-names.ts";
import type { Piece } from "./types.ts";

/**
 * What is moved of an artifact: itself, or where something in it stays, the largest parts around that. Every folder on
 * the way from the root is held open, so that none of them can be a link by then; a name that is no UTF-8 stays.
 */
export function findPieces(
  files: FileSystem,
  root: string,
  { path, kept }: { readonly path: string; readonly kept: readonly string[] },
): readonly Piece[] {
  const parts = path.split("/");
  const last = parts.pop() ?? "";
  return within(files.holdFolder(root), parts, (parent) =>
    piecesAt({ parent, name: last, path, kept: new Set(kept) }),
  );
}

interface At {
  readonly parent: HeldFolder;
  readonly name: string;
  readonly path: string;
  readonly kept: ReadonlySet<string>;
}

function piecesAt({ parent, name, path, kept }: At): readonly Piece[] {
  if (kept.has(path)) return [];
  if (!holdsAny(path, [...kept])) {
    const stat = parent.stat(name);
    if (stat === undefined) return [];
    return [{ path, identity: { device: String(stat.device), inode: String(stat.inode) } }];
  }
  return within(parent.open(name), [], (folder) =>
    folder
      .list()
      .flatMap((child) => piecesAt({ parent: folder, name: child, path: joined(path, child), kept })),
  );
}

/** Opens one folder in another, and closes them all; none where one of them is not there, or is a link. */
function within(
  folder: HeldFolder | undefined,
  names: readonly string[],
  find: (folder: HeldFolder) => readonly Piece[],
): readonly Piece[] {
  if (folder === undefined) return [];
  try {
    const [first, ...rest] = names;
    return first === undefined ? find(folder) : within(folder.open(first), rest, find);
  } finally {
    folder.close();
  }
}
