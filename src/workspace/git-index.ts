import type { ListedFile } from "./listing.ts";
import { decodePath } from "./path-bytes.ts";
import {
  endOfName,
  EXTENDED,
  FLAGS_AT,
  halfWordAt,
  NAME_LENGTH,
  nameOffset,
  trackedFiles,
  type IndexBytes,
  type TrackedFiles,
} from "./tracked-files.ts";

const SLASH = 0x2f;

const STAGES = 0x3000;
const SKIP_WORKTREE = 0x4000;

/** What an index lists. */
export interface IndexListing {
  readonly tracked: TrackedFiles;
  /** Paths of which only the disk can tell more, as those in conflict: they have no one id. */
  readonly others: readonly ListedFile[];
  /** The bytes of paths that are not UTF-8. */
  readonly rawPaths: ReadonlyMap<string, Buffer>;
}

export interface IndexOptions {
  /** The root relative to the top of the work tree: empty, or ending with `/`. */
  readonly prefix: string;
  /** A path below the root that is left out, with all below it. */
  readonly without: string;
  readonly sizeOnDisk: IndexBytes["sizeOnDisk"];
}

/**
 * Reads git's index file (format of `gitformat-index`, versions 2 and 3) without starting git: a tree of 27,000 files
 * takes some ten milliseconds. Entries that a sparse checkout leaves out are left out. Undefined for every form that is rarer: version 4, split and sparse indexes.
 */
export function parseGitIndex(
  content: Buffer,
  { prefix, without, sizeOnDisk }: IndexOptions,
): IndexListing | undefined {
  const bytes = content.byteOffset % 4 === 0 ? content : Buffer.from(content);
  if (bytes.length < 32 || bytes.toString("latin1", 0, 4) !== "DIRC") return undefined;
  const version = bytes.readUInt32BE(4);
  const count = bytes.readUInt32BE(8);
  if ((version !== 2 && version !== 3) || count > bytes.length / FLAGS_AT) return undefined;
  const keep = new Keeper(indexOf(bytes, prefix, sizeOnDisk), count);
  const above = Buffer.from(prefix, "utf8");
  const hidden = Buffer.from(prefix + without, "utf8");
  let at = 12;
  for (let entry = 0; entry < count; entry += 1) {
    if (at + FLAGS_AT + 2 > bytes.length) return undefined;
    const flags = halfWordAt(bytes, at + FLAGS_AT);
    const nameAt = at + nameOffset(flags);
    const end = endOfName(bytes, nameAt, flags & NAME_LENGTH);
    if (end === -1) return undefined;
    if (isWanted(bytes, at) && startsWith(bytes, nameAt, above) && !isWithin(bytes, nameAt, hidden))
      keep.add(at, nameAt, end);
    at += (end - at + 8) & ~7;
  }
  return hasRareExtension(bytes, at) ? undefined : keep.listing();
}

function indexOf(bytes: Buffer, prefix: string, sizeOnDisk: IndexBytes["sizeOnDisk"]): IndexBytes {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
  return { bytes, words, cut: Buffer.byteLength(prefix), sizeOnDisk };
}

/** Collects entries. */
class Keeper {
  readonly #index: IndexBytes;
  readonly #starts: Uint32Array;
  readonly #paths = new Map<number, string>();
  readonly #rawPaths = new Map<string, Buffer>();
  readonly #inConflict = new Map<string, ListedFile>();
  #length = 0;

  constructor(index: IndexBytes, most: number) {
    this.#index = index;
    this.#starts = new Uint32Array(most);
  }

  add(at: number, nameAt: number, end: number): void {
    const isInConflict = (halfWordAt(this.#index.bytes, at + FLAGS_AT) & STAGES) !== 0;
    if (isInConflict || !this.#isAscii(nameAt, end)) {
      const { text: path, raw } = decodePath(this.#index.bytes, nameAt + this.#index.cut, end);
      if (raw !== undefined) this.#rawPaths.set(path, raw);
      if (isInConflict)
        this.#inConflict.set(path, { path, state: "tracked", ...(raw === undefined ? {} : { raw }) });
      else this.#paths.set(this.#length, path);
    }
    if (isInConflict) return;
    this.#starts[this.#length] = at;
    this.#length += 1;
  }

  /** Looks at four bytes at a time; entries begin where a word does, and zeros follow each name. */
  #isAscii(start: number, end: number): boolean {
    const { bytes, words } = this.#index;
    let all = (bytes[start] ?? 0) | (bytes[start + 1] ?? 0);
    for (let place = (start + 2) >>> 2; place * 4 < end; place += 1) all |= words[place] ?? 0;
    return (all & 0x80808080) === 0;
  }

  listing(): IndexListing {
    const starts = this.#starts.subarray(0, this.#length);
    const names = { isSorted: this.#paths.size === 0, paths: this.#paths };
    return {
      tracked: trackedFiles(this.#index, starts, names),
      others: [...this.#inConflict.values()],
      rawPaths: this.#rawPaths,
    };
  }
}

/** False for what a sparse checkout leaves out. */
function isWanted(bytes: Buffer, at: number): boolean {
  const isExtended = (halfWordAt(bytes, at + FLAGS_AT) & EXTENDED) !== 0;
  return !isExtended || (halfWordAt(bytes, at + FLAGS_AT + 2) & SKIP_WORKTREE) === 0;
}

function startsWith(bytes: Buffer, at: number, start: Buffer): boolean {
  for (let place = 0; place < start.length; place += 1) {
    if (bytes[at + place] !== start[place]) return false;
  }
  return true;
}

/** True for a path itself and what is below it. */
function isWithin(bytes: Buffer, at: number, path: Buffer): boolean {
  if (!startsWith(bytes, at, path)) return false;
  const next = bytes[at + path.length];
  return next === 0 || next === SLASH;
}

/** `link`: the entries stand in another file; `sdir`: some entries stand for whole folders. */
function hasRareExtension(bytes: Buffer, start: number): boolean {
  for (let at = start; at + 8 <= bytes.length - 20; at += 8 + bytes.readUInt32BE(at + 4)) {
    const signature = bytes.toString("latin1", at, at + 4);
    if (signature === "link" || signature === "sdir") return true;
  }
  return false;
}
