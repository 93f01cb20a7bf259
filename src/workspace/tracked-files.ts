import type { WorkspaceFile } from "./types.ts";

/** Bytes of an entry of git's index, in the repositories whose ids are SHA-1. */
const DEVICE_AT = 16;
const INODE_AT = 20;
const MODE_AT = 24;
const SIZE_AT = 36;
const ID_AT = 40;
const ID_BYTES = 20;
/** How the id of every empty file begins. */
const ID_OF_NOTHING = 0xe69de29b;
export const FLAGS_AT = 60;

export const EXTENDED = 0x4000;
export const NAME_LENGTH = 0xfff;

/**
 * Files as git's index has them, by their place in its order. A large tree has many that nobody asks about, so nothing
 * of one is read before it is asked for.
 */
export interface TrackedFiles {
  /** How many places there are; some may be empty. */
  readonly length: number;
  /** True where git's order is known to be the one of code units, as it is of names in ASCII. */
  readonly isSorted: boolean;
  readonly at: (place: number) => WorkspaceFile | undefined;
  /** Bytes; undefined for an empty place. */
  readonly sizeAt: (place: number) => number | undefined;
  /** Groups of several places with one object id, in order; found out once. */
  readonly samePlaces: () => readonly (readonly number[])[];
}

export const NO_FILES: TrackedFiles = {
  length: 0,
  isSorted: true,
  at: () => undefined,
  sizeAt: () => undefined,
  samePlaces: () => [],
};

/** The same without the files at some places. */
export function withoutPlaces(files: TrackedFiles, places: ReadonlySet<number>): TrackedFiles {
  if (places.size === 0) return files;
  return {
    ...files,
    at: (place) => (places.has(place) ? undefined : files.at(place)),
    sizeAt: (place) => (places.has(place) ? undefined : files.sizeAt(place)),
    samePlaces: () =>
      files
        .samePlaces()
        .map((group) => group.filter((place) => !places.has(place)))
        .filter(({ length }) => length > 1),
  };
}

/** The same without the files of some paths; all are read for that. */
export function withoutPaths(files: TrackedFiles, isLeftOut: (path: string) => boolean): TrackedFiles {
  const places = new Set<number>();
  for (let place = 0; place < files.length; place += 1) {
    const path = files.at(place)?.path;
    if (path !== undefined && isLeftOut(path)) places.add(place);
  }
  return withoutPlaces(files, places);
}

/** Those of some paths that are among the files, by their place; no place is empty. */
export function findPlaces(files: TrackedFiles, paths: ReadonlySet<string>): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  if (paths.size === 0) return found;
  if (files.isSorted) {
    for (const path of paths) {
      const place = firstFrom(files.length, (at) => files.at(at)?.path ?? "", path);
      if (files.at(place)?.path === path) found.set(place, path);
    }
    return found;
  }
  for (let place = 0; place < files.length; place += 1) {
    const path = files.at(place)?.path;
    if (path !== undefined && paths.has(path)) found.set(place, path);
  }
  return found;
}

/** How many of some sorted paths come before another one; of many, few are looked at. */
export function firstFrom(count: number, pathAt: (place: number) => string, path: string): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pathAt(middle) < path) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The bytes of an index. */
export interface IndexBytes {
  readonly bytes: Buffer;
  /** The same, four at a time: entries and the ids in them begin where a word does. */
  readonly words: Int32Array;
  /** Bytes of each name that stand for the folders above the root. */
  readonly cut: number;
  /** Bytes of the file at a path, of which the index does not say how many. */
  readonly sizeOnDisk: (path: string) => number;
}

/** Files whose entries begin at some bytes; the paths of those that are not in ASCII are given. */
export function trackedFiles(
  index: IndexBytes,
  starts: Uint32Array,
  { isSorted, paths }: { readonly isSorted: boolean; readonly paths: ReadonlyMap<number, string> },
): TrackedFiles {
  let same: readonly (readonly number[])[] | undefined;
  const at = (place: number) => {
    const start = starts[place];
    return start === undefined ? undefined : new IndexFile(index, start, paths.get(place));
  };
  return {
    length: starts.length,
    isSorted,
    at,
    sizeAt: (place) => wordAt(index.bytes, (starts[place] ?? 0) + SIZE_AT) || at(place)?.size,
    samePlaces: () => (same ??= findSamePlaces(index.words, starts)),
  };
}

/** Looks each id up in a table of those before, which is kept half empty: that is faster than a map of texts. */
function findSamePlaces(words: Int32Array, starts: Uint32Array): readonly (readonly number[])[] {
  const mask = 2 ** Math.ceil(Math.log2(2 * starts.length + 2)) - 1;
  const table = new Uint32Array(mask + 1);
  const groups = new Map<number, number[]>();
  for (let place = 0; place < starts.length; place += 1) {
    const id = ((starts[place] ?? 0) + ID_AT) >>> 2;
    let slot = (words[id] ?? 0) & mask;
    let next = table[slot] ?? 0;
    while (next !== 0 && !isSame(words, ((starts[next - 1] ?? 0) + ID_AT) >>> 2, id)) {
      slot = (slot + 1) & mask;
      next = table[slot] ?? 0;
    }
    if (next === 0) table[slot] = place + 1;
    else addTo(groups, next - 1, place);
  }
  return [...groups.values()];
}

function isSame(words: Int32Array, one: number, other: number): boolean {
  for (let word = 0; word < ID_BYTES / 4; word += 1) {
    if (words[one + word] !== words[other + word]) return false;
  }
  return true;
}

function addTo(groups: Map<number, number[]>, first: number, place: number): void {
  const group = groups.get(first);
  if (group === undefined) groups.set(first, [first, place]);
  else group.push(place);
}

/** As the methods of a buffer read it, but without their checks: these run for each file. */
export function halfWordAt(bytes: Buffer, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function wordAt(bytes: Buffer, at: number): number {
  return halfWordAt(bytes, at) * 0x10000 + halfWordAt(bytes, at + 2);
}

class IndexFile implements WorkspaceFile {
  readonly #index: IndexBytes;
  readonly #at: number;
  #path: string | undefined;

  constructor(index: IndexBytes, at: number, path: string | undefined) {
    this.#index = index;
    this.#at = at;
    this.#path = path;
  }

  get path(): string {
    return (this.#path ??= this.#readPath());
  }

  /** Of a name in ASCII. */
  #readPath(): string {
    const { bytes, cut } = this.#index;
    const flags = halfWordAt(bytes, this.#at + FLAGS_AT);
    const nameAt = this.#at + nameOffset(flags);
    return bytes.toString("latin1", nameAt + cut, endOfName(bytes, nameAt, flags & NAME_LENGTH));
  }

  get state(): "tracked" {
    return "tracked";
  }

  get kind(): WorkspaceFile["kind"] {
    const type = this.#word(MODE_AT) >>> 12;
    if (type === 0o12) return "link";
    return type === 0o16 ? "submodule" : "file";
  }

  get mode(): number {
    return (this.#word(MODE_AT) & 0o100) === 0 ? 0o644 : 0o755;
  }

  /** Git writes none for what it has not looked at since it filled the index, nor where it is not sure of it. */
  get size(): number {
    const size = this.#word(SIZE_AT);
    const isKnown = size !== 0 || this.#word(ID_AT) === ID_OF_NOTHING || this.kind === "submodule";
    return isKnown ? size : this.#index.sizeOnDisk(this.path);
  }

  get inode(): string | undefined {
    const inode = this.#word(INODE_AT);
    return inode === 0 ? undefined : `${this.#word(DEVICE_AT)}:${inode}`;
  }

  get contentId(): string {
    return this.#index.bytes.toString("hex", this.#at + ID_AT, this.#at + FLAGS_AT);
  }

  #word(offset: number): number {
    return wordAt(this.#index.bytes, this.#at + offset);
  }
}

/** Bytes of an entry before its name. */
export function nameOffset(flags: number): number {
  return (flags & EXTENDED) === 0 ? FLAGS_AT + 2 : FLAGS_AT + 4;
}

/** The flags hold the length of a name, up to a limit. */
export function endOfName(bytes: Buffer, start: number, length: number): number {
  return length < NAME_LENGTH && bytes[start + length] === 0 ? start + length : bytes.indexOf(0, start);
}
