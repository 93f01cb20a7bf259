import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  statSync,
  type Dirent,
  type Stats,
} from "node:fs";
import { codeOf, failureOf } from "./failure.ts";
import { createTemporaryFolders } from "./temporary-folders.ts";
import { append, createExclusive, makeFolder, removeFile, rename, writeAtomic } from "./node-write.ts";
import { temporaryOwner, type Writer } from "./temporary-name.ts";
import type {
  FileKind,
  FileStat,
  FileSystem,
  FolderEntry,
  ReadBytes,
  ReadFolder,
  ReadText,
} from "./types.ts";

const CHUNK_BYTES = 65_536;

/** The disk through node's synchronous calls; the writer marks the temporary files of this process. */
export function createNodeFiles(writer: Writer): FileSystem {
  return {
    lstat: (path) => statOf(() => lstatSync(path)),
    stat: (path) => statOf(() => statSync(path)),
    readBytes,
    readText,
    readFolder,
    findByGlob,
    realPath: (path) => attempt(() => realpathSync(path)),
    readLink: (path) => attempt(() => readlinkSync(path)),
    isExecutable,
    writeAtomic: (path, data, options) => writeAtomic(path, data, { ...options, writer }),
    append,
    createExclusive: (path, data, options) => createExclusive(path, data, { ...options, writer }),
    makeFolder,
    rename,
    temporaryOwner: (name) => temporaryOwner(name, writer.hostName),
    removeFile,
    ...createTemporaryFolders(),
  };
}

function readText(path: string | Buffer, options: { readonly maxBytes: number }): ReadText {
  const read = readBytes(path, options);
  if (!read.isRead) return read;
  const text = read.bytes.toString("utf8");
  return { isRead: true, text: text.startsWith("\uFEFF") ? text.slice(1) : text };
}

/** Opens without blocking, so that a FIFO that nobody writes to cannot hold the program up. */
function readBytes(path: string | Buffer, { maxBytes }: { readonly maxBytes: number }): ReadBytes {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
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

/** Names come as bytes; those that are UTF-8 are given as text. */
function readFolder(path: string | Buffer): ReadFolder {
  try {
    const entries = readdirSync(path, { withFileTypes: true, encoding: "buffer" });
    return { isRead: true, entries: entries.map(entryOf) };
  } catch (error) {
    return { isRead: false, reason: failureOf(error) };
  }
}

async function findByGlob(folder: string, pattern: string): Promise<readonly string[]> {
  const { default: fastGlob } = await import("fast-glob");
  const paths = await fastGlob(pattern, {
    cwd: folder,
    dot: true,
    followSymbolicLinks: false,
    suppressErrors: true,
    ignore: ["**/.git/**", "**/node_modules/**"],
  });
  return paths.toSorted();
}

function entryOf(entry: Dirent<Buffer>): FolderEntry {
  const text = entry.name.toString("utf8");
  const isExact = !text.includes("\uFFFD") || Buffer.from(text, "utf8").equals(entry.name);
  return { name: isExact ? text : entry.name, kind: kindOf(entry) };
}

function kindOf(entry: Pick<Stats, "isFile" | "isDirectory" | "isSymbolicLink">): FileKind {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  return entry.isSymbolicLink() ? "link" : "other";
}

function statOf(read: () => Stats): FileStat | undefined {
  const stat = attempt(read);
  if (stat === undefined) return undefined;
  return {
    kind: kindOf(stat),
    size: stat.size,
    mode: stat.mode & 0o7777,
    modifiedMs: stat.mtimeMs,
    inode: stat.ino,
    device: stat.dev,
    userId: stat.uid,
  };
}

function isExecutable(path: string): boolean {
  return (
    attempt(() => {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    }) === true
  );
}

/** What cannot be asked is undefined: not there, not allowed, a loop of links, a name that is too long. */
function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return undefined;
  }
}
