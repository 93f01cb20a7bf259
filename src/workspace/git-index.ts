import type { ListedFile } from "./listing.ts";
import { decodePath, type DecodedPath } from "./path-bytes.ts";
import type { WorkspaceFile } from "./types.ts";

/** Bytes of an entry before its flags, in the repositories whose ids are SHA-1. */
const DEVICE_AT = 16;
const INODE_AT = 20;
const MODE_AT = 24;
const SIZE_AT = 36;
const ID_AT = 40;
const FLAGS_AT = 60;

const EXTENDED = 0x4000;
const STAGES = 0x3000;
const SKIP_WORKTREE = 0x4000;
const NAME_LENGTH = 0xfff;

/**
 * Reads git's index file (format of `gitformat-index`, versions 2 and 3) without starting git: a tree of 27,000 files
 * takes some ten milliseconds. Entries that a sparse checkout leaves out are left out; of an unmerged path the first
 * counts. Undefined for every form that is rarer: version 4, split and sparse indexes.
 */
export function parseGitIndex(bytes: Buffer, prefix: string): readonly ListedFile[] | undefined {
  if (bytes.length < 32 || bytes.toString("latin1", 0, 4) !== "DIRC") return undefined;
  const version = bytes.readUInt32BE(4);
  if (version !== 2 && version !== 3) return undefined;
  const count = bytes.readUInt32BE(8);
  const cut = Buffer.byteLength(prefix);
  const entries: ListedFile[] = [];
  let at = 12;
  let before = "";
  for (let index = 0; index < count; index += 1) {
    if (at + FLAGS_AT + 2 > bytes.length) return undefined;
    const flags = bytes.readUInt16BE(at + FLAGS_AT);
    const isExtended = (flags & EXTENDED) !== 0;
    const nameAt = at + FLAGS_AT + (isExtended ? 4 : 2);
    const end = endOfName(bytes, nameAt, flags & NAME_LENGTH);
    if (end === -1) return undefined;
    const isLeftOut = isExtended && (bytes.readUInt16BE(at + FLAGS_AT + 2) & SKIP_WORKTREE) !== 0;
    if (!isLeftOut && hasPrefix(bytes, nameAt, prefix)) {
      const path = decodePath(bytes, nameAt + cut, end);
      if (path.text !== before) entries.push(entryAt(bytes, at, { path, flags }));
      before = path.text;
    }
    at += (end - at + 8) & ~7;
  }
  return hasRareExtension(bytes, at) ? undefined : entries;
}

/** The flags hold the length of a name, up to a limit. */
function endOfName(bytes: Buffer, start: number, length: number): number {
  return length < NAME_LENGTH && bytes[start + length] === 0 ? start + length : bytes.indexOf(0, start);
}

function hasPrefix(bytes: Buffer, at: number, prefix: string): boolean {
  return prefix === "" || bytes.toString("utf8", at, at + Buffer.byteLength(prefix)) === prefix;
}

/** A path in conflict has no one id, so only the disk can tell of it. */
function entryAt(
  bytes: Buffer,
  at: number,
  { path, flags }: { path: DecodedPath; flags: number },
): ListedFile {
  const file = new IndexFile(path.text, bytes, at);
  const isUnmerged = (flags & STAGES) !== 0;
  if (!isUnmerged && path.raw === undefined) return file;
  return {
    path: path.text,
    state: "tracked",
    ...(isUnmerged ? {} : { known: file }),
    ...(path.raw === undefined ? {} : { raw: path.raw }),
  };
}

/** `link`: the entries stand in another file; `sdir`: some entries stand for whole folders. */
function hasRareExtension(bytes: Buffer, start: number): boolean {
  for (let at = start; at + 8 <= bytes.length - 20; at += 8 + bytes.readUInt32BE(at + 4)) {
    const signature = bytes.toString("latin1", at, at + 4);
    if (signature === "link" || signature === "sdir") return true;
  }
  return false;
}

/** A tracked file. A large tree has many that nobody asks about, so size and id are read when they are wanted. */
class IndexFile implements WorkspaceFile, ListedFile {
  readonly path: string;
  readonly state = "tracked" as const;
  readonly #bytes: Buffer;
  readonly #at: number;

  constructor(path: string, bytes: Buffer, at: number) {
    this.path = path;
    this.#bytes = bytes;
    this.#at = at;
  }

  /** A listing that says everything of a file is the file. */
  get known(): WorkspaceFile {
    return this;
  }

  get kind(): WorkspaceFile["kind"] {
    const type = this.#bytes.readUInt32BE(this.#at + MODE_AT) >>> 12;
    if (type === 0o12) return "link";
    return type === 0o16 ? "submodule" : "file";
  }

  get mode(): number {
    return (this.#bytes.readUInt32BE(this.#at + MODE_AT) & 0o100) === 0 ? 0o644 : 0o755;
  }

  get size(): number {
    return this.#bytes.readUInt32BE(this.#at + SIZE_AT);
  }

  get inode(): string | undefined {
    const inode = this.#bytes.readUInt32BE(this.#at + INODE_AT);
    return inode === 0 ? undefined : `${this.#bytes.readUInt32BE(this.#at + DEVICE_AT)}:${inode}`;
  }

  get contentKey(): number {
    return this.#bytes.readUInt32BE(this.#at + ID_AT);
  }

  get contentId(): string {
    return this.#bytes.toString("hex", this.#at + ID_AT, this.#at + FLAGS_AT);
  }
}
