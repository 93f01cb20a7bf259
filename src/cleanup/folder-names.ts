import type { FileKind, FileSystem } from "../platform/types.ts";
import { matchesName } from "./match-name.ts";

/** What stands in folders, each read once; names that are no UTF-8 are left out. */
export interface FolderNames {
  /** By name, sorted; empty where there is no folder of that path. A link is told as a link. */
  of(folder: string): ReadonlyMap<string, FileKind>;
  /** The first path below a folder that a pattern names; relative to the folder. */
  find(folder: string, pattern: string): string | undefined;
}

export function createFolderNames(files: FileSystem, root: string): FolderNames {
  const known = new Map<string, ReadonlyMap<string, FileKind>>();
  const of = (folder: string) => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const names = readNames(files, folder === "" ? root : `${root}/${folder}`);
    known.set(folder, names);
    return names;
  };
  const find = (folder: string, pattern: string): string | undefined => {
    const [first = "", ...rest] = pattern.split("/");
    for (const [name, kind] of of(folder)) {
      if (!matchesName(first, name)) continue;
      if (rest.length === 0) return name;
      const below = kind === "folder" ? find(joined(folder, name), rest.join("/")) : undefined;
      if (below !== undefined) return `${name}/${below}`;
    }
    return undefined;
  };
  return { of, find };
}

/** A path below a folder; the root's own path is empty. */
export function joined(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

function readNames(files: FileSystem, absolute: string): ReadonlyMap<string, FileKind> {
  if (files.lstat(absolute)?.kind !== "folder") return new Map();
  const listing = files.readFolder(absolute);
  if (!listing.isRead) return new Map();
  const entries = listing.entries.flatMap(({ name, kind }) =>
    typeof name === "string" ? [[name, kind] as const] : [],
  );
  return new Map(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
