import type { FileKind, ReadBytes } from "./types.ts";

/** What stands under a name in a folder that is held, in all that can be kept of it. */
export interface HeldStat {
  readonly kind: FileKind;
  readonly size: number;
  /** Permission bits alone. */
  readonly mode: number;
  /** Whole nanoseconds since 1970: more than a number can hold. */
  readonly modifiedNs: bigint;
  readonly inode: bigint;
  readonly device: bigint;
  /** How many names the file has. */
  readonly names: number;
  readonly userId: number;
  readonly groupId: number;
}

/** How a file that is made shall stand. */
export interface HeldWrite {
  readonly mode: number;
  readonly modifiedNs?: bigint;
  /** Given where this process may; else the file is its own. */
  readonly owner?: { readonly userId: number; readonly groupId: number };
}

/**
 * A folder that is held open: what is done in it is done there, whatever its path leads to by then. Names are single
 * names, never paths, and no link is followed. What the system refuses throws `FILE_UNWRITABLE` with its code.
 */
export interface HeldFolder {
  readonly device: bigint;
  readonly inode: bigint;
  stat(name: string): HeldStat | undefined;
  /** Names that are no UTF-8 are left out. */
  list(): readonly string[];
  /** Regular files alone. */
  read(name: string, options: { readonly maxBytes: number }): ReadBytes;
  readLink(name: string): string | undefined;
  /** Makes a new file with its whole content on the disk. Throws where the name is taken. */
  write(name: string, bytes: Buffer, options: HeldWrite): void;
  makeLink(name: string, target: string): void;
  makeFolder(name: string, mode: number): void;
  changeMode(name: string, mode: number): void;
  /** Renames: over a file that stands there, never over a folder. */
  move(name: string, to: HeldFolder, toName: string): void;
  /** Gives a file a second name; false where the file system has no such thing. */
  giveName(name: string, to: HeldFolder, toName: string): boolean;
  /** A file, or a link itself; nothing happens when it is not there. */
  remove(name: string): void;
  /** An empty folder; nothing happens when it is not there, throws when it is not empty. */
  removeFolder(name: string): void;
  /** A folder with all in it, links not followed; stops where another file system begins. Throws when it is not there. */
  removeTree(name: string): void;
  /** Makes what was renamed, made and removed in it durable. */
  sync(): void;
  /** A folder in it; undefined when there is none of that name: a link to one is none. */
  open(name: string): HeldFolder | undefined;
  close(): void;
}

/** A file that only grows. */
export interface DurableLog {
  append(bytes: Buffer | string): void;
  /** Returns when all that was appended is on the disk. */
  sync(): void;
  close(): void;
}
