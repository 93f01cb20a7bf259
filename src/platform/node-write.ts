import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { OrchestraError } from "../model/errors.ts";
import { codeOf } from "./failure.ts";

/** Codes that say that a place cannot be written; everything else is a bug. */
const UNWRITABLE = new Set([
  "EACCES",
  "EPERM",
  "EROFS",
  "ENOSPC",
  "EDQUOT",
  "ENOTDIR",
  "ENOENT",
  "EISDIR",
  "ELOOP",
]);

export interface WriteOptions {
  readonly mode: number;
  readonly processId: number;
}

/** Writes a file whole or not at all: temporary file, fsync, rename, fsync of the folder. */
export function writeAtomic(path: string, data: string, options: WriteOptions): void {
  const temporary = temporaryFor(path, options.processId);
  try {
    writeDurably(temporary, data, options.mode);
    renameSync(temporary, path);
    syncFolder(dirname(path));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw unwritable(path, error);
  }
}

/** Makes a file with its whole content, unless something stands there: false then. */
export function createExclusive(path: string, data: string, options: WriteOptions): boolean {
  const temporary = temporaryFor(path, options.processId);
  try {
    writeDurably(temporary, data, options.mode);
    linkSync(temporary, path);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw unwritable(path, error);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function temporaryFor(path: string, processId: number): string {
  return join(dirname(path), `.${basename(path)}.${processId}.${randomBytes(4).toString("hex")}.tmp`);
}

function writeDurably(path: string, data: string, mode: number): void {
  const descriptor = openSync(path, "wx", mode);
  try {
    const bytes = Buffer.from(data, "utf8");
    for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
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

function unwritable(path: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === undefined || !UNWRITABLE.has(code)) return error;
  return new OrchestraError("STATE_UNWRITABLE", `${path} cannot be written: ${code}`, {
    cause: error,
    hint: "Check the permissions and the free space of its folder.",
  });
}
