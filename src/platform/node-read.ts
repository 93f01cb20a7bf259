import { closeSync, constants, fstatSync, openSync, readSync, type StatsBase } from "node:fs";
import { failureOf } from "./failure.ts";
import type { FileKind, ReadBytes, ReadText } from "./types.ts";

const CHUNK_BYTES = 65_536;

const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** UTF-8 text; a byte order mark is taken off. */
export function readText(path: string | Buffer, options: { readonly maxBytes: number }): ReadText {
  const read = readBytes(path, options);
  if (!read.isRead) return read;
  const text = read.bytes.toString("utf8");
  return { isRead: true, text: text.startsWith("\uFEFF") ? text.slice(1) : text };
}

/** Opens without blocking, so that a FIFO that nobody writes to cannot hold the program up. */
export function readBytes(
  path: string | Buffer,
  { maxBytes, isLinkFollowed = true }: { readonly maxBytes: number; readonly isLinkFollowed?: boolean },
): ReadBytes {
  let descriptor: number;
  try {
    descriptor = openSync(path, isLinkFollowed ? FLAGS : FLAGS | (constants.O_NOFOLLOW ?? 0));
  } catch (error) {
    return { isRead: false, reason: failureOf(error) };
  }
  try {
    return readOpen(descriptor, maxBytes);
  } catch (error) {
    return { isRead: false, reason: failureOf(error) };
  } finally {
    closeSync(descriptor);
  }
}

/** The first bytes of a regular file; a link is not followed. */
export function readStart(path: string, bytes: number): Buffer | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, FLAGS | (constants.O_NOFOLLOW ?? 0));
  } catch (error) {
    failureOf(error);
    return undefined;
  }
  try {
    if (!fstatSync(descriptor).isFile()) return undefined;
    const start = Buffer.alloc(bytes);
    return start.subarray(0, readSync(descriptor, start));
  } catch (error) {
    failureOf(error);
    return undefined;
  } finally {
    closeSync(descriptor);
  }
}

/** Files of /proc say that they are empty, so the end is where a read gives nothing. */
function readOpen(descriptor: number, maxBytes: number): ReadBytes {
  const stat = fstatSync(descriptor);
  if (!stat.isFile()) return { isRead: false, reason: "not_a_file" };
  if (stat.size > maxBytes) return { isRead: false, reason: "too_large" };
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(stat.size > total ? stat.size - total : CHUNK_BYTES);
    const count = readSync(descriptor, chunk);
    if (count === 0) break;
    total += count;
    if (total > maxBytes) return { isRead: false, reason: "too_large" };
    chunks.push(chunk.subarray(0, count));
    if (stat.size > 0 && total >= stat.size) break;
  }
  return {
    isRead: true,
    bytes: chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks),
  };
}

/** What an entry of a folder is. */
export function kindOf(
  entry: Pick<StatsBase<unknown>, "isFile" | "isDirectory" | "isSymbolicLink">,
): FileKind {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  return entry.isSymbolicLink() ? "link" : "other";
}
