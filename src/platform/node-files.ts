import {
  accessSync,
  constants,
  lstatSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  statSync,
  type Dirent,
  type Stats,
} from "node:fs";
import { codeOf, failureOf } from "./failure.ts";
import { openLog } from "./durable-log.ts";
import { holdFolder } from "./held-folder.ts";
import { kindOf, readBytes, readStart, readText } from "./node-read.ts";
import { createTemporaryFolders } from "./temporary-folders.ts";
import { append, createExclusive, makeFolder, removeFile, rename, writeAtomic } from "./node-write.ts";
import { temporaryOwner, type Writer } from "./temporary-name.ts";
import type { FileStat, FileSystem, FolderEntry, ReadFolder } from "./types.ts";

/** The disk through node's synchronous calls; the writer marks the temporary files of this process. */
export function createNodeFiles(writer: Writer): FileSystem {
  return {
    lstat: (path) => statOf(() => lstatSync(path)),
    stat: (path) => statOf(() => statSync(path)),
    readBytes,
    readText,
    readStart,
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
    holdFolder,
    openLog,
    ...createTemporaryFolders(),
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
