import {
  closeSync,
  constants,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { OrchestraError } from "../model/errors.ts";
import { codeOf } from "./failure.ts";
import { temporaryFor, type Writer } from "./temporary-name.ts";

/** Codes that say that a place cannot be written; everything else is a bug. */
const UNWRITABLE = new Set([
  "EACCES",
  "EPERM",
  "EROFS",
  "ENOSPC",
  "EDQUOT",
  "EFBIG",
  "EIO",
  "EBUSY",
  "ENOTDIR",
  "ENOENT",
  "EEXIST",
  "EISDIR",
  "ELOOP",
  "ENXIO",
  "ENAMETOOLONG",
  "ENOTSUP",
  "EOPNOTSUPP",
  "ENOSYS",
]);

/** Never through a link, and never waiting for the reader of a FIFO; Windows knows neither. */
const APPEND_FLAGS =
  constants.O_WRONLY |
  constants.O_APPEND |
  constants.O_CREAT |
  (constants.O_NOFOLLOW ?? 0) |
  (constants.O_NONBLOCK ?? 0);

const CHUNK_LENGTH = 32_768;
const MOST_BYTES_OF_A_CODE_UNIT = 3;

export interface WriteOptions {
  readonly mode: number;
  readonly writer: Writer;
}

/** Writes a file whole or not at all: temporary file, fsync, rename, fsync of the folder. */
export function writeAtomic(path: string, data: string | Iterable<string>, options: WriteOptions): void {
  const temporary = temporaryFor(path, options.writer);
  try {
    writeDurably(temporary, data, options.mode);
    renameSync(temporary, path);
    syncFolder(dirname(path));
  } catch (error) {
    discard(temporary);
    throw unwritable(path, error);
  }
}

/** Makes a file with its whole content, unless something stands there: false then. */
export function createExclusive(path: string, data: string, options: WriteOptions): boolean {
  const temporary = temporaryFor(path, options.writer);
  try {
    writeDurably(temporary, data, options.mode);
    linkSync(temporary, path);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw unwritable(path, error);
  } finally {
    discard(temporary);
  }
}

/** Adds to the end of a regular file in one write. */
export function append(path: string, data: string, { mode }: { readonly mode: number }): void {
  try {
    const descriptor = openSync(path, APPEND_FLAGS, mode);
    try {
      writeAll(descriptor, data);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** Makes a folder and those above it; nothing happens when it is there. */
export function makeFolder(path: string, { mode }: { readonly mode: number }): void {
  try {
    mkdirSync(path, { recursive: true, mode });
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** False when `from` is not there. */
export function rename(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw unwritable(from, error);
  }
}

/** Removes a file, or a link itself; nothing happens when it is not there. */
export function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw unwritable(path, error);
  }
}

function writeDurably(path: string, data: string | Iterable<string>, mode: number): void {
  const descriptor = openSync(path, "wx", mode);
  try {
    writeAll(descriptor, data);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Pieces are written as they come, over the same memory: a large document never stands there whole. */
function writeAll(descriptor: number, data: string | Iterable<string>): void {
  if (typeof data === "string") return writeBytes(descriptor, Buffer.from(data, "utf8"));
  const memory = Buffer.allocUnsafe(CHUNK_LENGTH * MOST_BYTES_OF_A_CODE_UNIT);
  let text = "";
  const flush = () => {
    const isLong = text.length > CHUNK_LENGTH;
    writeBytes(
      descriptor,
      isLong ? Buffer.from(text, "utf8") : memory.subarray(0, memory.write(text, "utf8")),
    );
    text = "";
  };
  for (const piece of data) {
    if (text.length + piece.length > CHUNK_LENGTH) flush();
    text += piece;
  }
  flush();
}

function writeBytes(descriptor: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
}

/** Makes the rename itself durable where the system can; Windows and some file systems cannot open folders. */
function syncFolder(path: string): void {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, "r");
    fsyncSync(descriptor);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** A temporary file that cannot be removed must not hide why it was not to be kept. */
function discard(temporary: string): void {
  try {
    rmSync(temporary, { force: true });
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
  }
}

function unwritable(path: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === undefined || !UNWRITABLE.has(code)) return error;
  return new OrchestraError("STATE_UNWRITABLE", `${path} cannot be written: ${code}`, {
    cause: error,
    hint: "Check the permissions and the free space of its folder.",
  });
}
