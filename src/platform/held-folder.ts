import {
  chmodSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  futimesSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  symlinkSync,
  unlinkSync,
  writeSync,
  type BigIntStats,
} from "node:fs";
import { basename, join } from "node:path";
import { OrchestraError } from "../model/errors.ts";
import { codeOf } from "./failure.ts";
import { removeTree } from "./held-removal.ts";
import { kindOf, readBytes } from "./node-read.ts";
import type { HeldFolder, HeldStat, HeldWrite } from "./edit-types.ts";

const FOLDER_FLAGS = constants.O_RDONLY | (constants.O_DIRECTORY ?? 0) | (constants.O_NOFOLLOW ?? 0);
const NEW_FILE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

/** Codes that say that there is no folder to hold. */
const NO_FOLDER = new Set(["ENOENT", "ENOTDIR", "ELOOP"]);

/** A file system or link that cannot give a file a second name. */
const NO_SECOND_NAME = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "EMLINK", "EXDEV", "ENOSYS"]);

/** Where the names of an open folder are reached through its descriptor, as `openat(2)` does: Linux. */
const DESCRIPTORS = "/proc/self/fd";

/** Undefined when there is no folder at the path, or a link in its place. */
export function holdFolder(path: string): HeldFolder | undefined {
  return open(path, path);
}

/** `path` is how it is reached now; `shown` is what a person calls it. */
function open(path: string, shown: string): HeldFolder | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, FOLDER_FLAGS);
  } catch (error) {
    if (NO_FOLDER.has(codeOf(error) ?? "")) return undefined;
    throw failure(shown, error);
  }
  const stat = fstatSync(descriptor, { bigint: true });
  if (!stat.isDirectory() || (process.platform === "win32" && lstatSync(path).isSymbolicLink())) {
    closeSync(descriptor);
    return undefined;
  }
  const base = process.platform === "linux" ? `${DESCRIPTORS}/${descriptor}` : path;
  return createHeldFolder({ descriptor, base, shown, stat });
}

interface Held {
  readonly descriptor: number;
  readonly base: string;
  readonly shown: string;
  readonly stat: BigIntStats;
}

function createHeldFolder({ descriptor, base, shown, stat: own }: Held): HeldFolder {
  // A number that was given back may be another folder's by now.
  const at = (name: string) => pathOf(folder, name);
  const named = (name: string) => join(shown, name);
  const attempt = <T>(name: string, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw failure(named(name), error);
    }
  };
  const folder: HeldFolder = {
    device: own.dev,
    inode: own.ino,
    stat: (name) => attempt(name, () => statOf(at(name))),
    list: () => attempt("", () => readdirSync(base, { encoding: "buffer" }).flatMap(textOf).toSorted()),
    read: (name, options) => readBytes(at(name), { ...options, isLinkFollowed: false }),
    readLink: (name) => unlessAbsent(() => readlinkSync(at(name))),
    write: (name, bytes, options) => attempt(name, () => writeNew(at(name), bytes, options)),
    makeLink: (name, target) => attempt(name, () => symlinkSync(target, at(name))),
    makeFolder: (name, mode) =>
      attempt(name, () => {
        mkdirSync(at(name), { mode });
        chmodSync(at(name), mode);
      }),
    changeMode: (name, mode) => attempt(name, () => chmodSync(at(name), mode)),
    move: (name, to, toName) => attempt(name, () => renameSync(at(name), pathOf(to, toName))),
    giveName: (name, to, toName) => attempt(name, () => link(at(name), pathOf(to, toName))),
    remove: (name) => attempt(name, () => unlessAbsent(() => unlinkSync(at(name)))),
    removeFolder: (name) => attempt(name, () => unlessAbsent(() => rmdirSync(at(name)))),
    removeTree: (name) => attempt(name, () => removeTree(at(name), own.dev)),
    sync: () => attempt("", () => sync(descriptor)),
    open: (name) => open(at(name), named(name)),
    close: () => {
      bases.delete(folder);
      closeSync(descriptor);
    },
  };
  bases.set(folder, base);
  return folder;
}

/** How each folder that is held is reached: a move names a place in another one. */
const bases = new WeakMap<HeldFolder, string>();

function pathOf(folder: HeldFolder, name: string): string {
  const base = bases.get(folder);
  if (base === undefined) throw new Error("a folder was used after it was closed");
  return `${base}/${single(name)}`;
}

/** A name that is a path would lead out of the folder. */
function single(name: string): string {
  if (name !== "" && name !== "." && name !== ".." && basename(name) === name && !name.includes("\0"))
    return name;
  throw new Error(`${JSON.stringify(name)} is no single name`);
}

function textOf(name: Buffer): readonly string[] {
  const text = name.toString("utf8");
  return Buffer.from(text, "utf8").equals(name) ? [text] : [];
}

function statOf(path: string): HeldStat | undefined {
  const stat = unlessAbsent(() => lstatSync(path, { bigint: true }));
  if (stat === undefined) return undefined;
  return {
    kind: kindOf(stat),
    size: Number(stat.size),
    mode: Number(stat.mode) & 0o7777,
    modifiedNs: stat.mtimeNs,
    inode: stat.ino,
    device: stat.dev,
    names: Number(stat.nlink),
    userId: Number(stat.uid),
    groupId: Number(stat.gid),
  };
}

function writeNew(path: string, bytes: Buffer, { mode, modifiedNs, owner }: HeldWrite): void {
  const descriptor = openSync(path, NEW_FILE, mode & 0o700);
  try {
    for (let written = 0; written < bytes.length;)
      written += writeSync(descriptor, bytes, written, bytes.length - written);
    if (owner !== undefined) give(descriptor, owner);
    fchmodSync(descriptor, mode);
    if (modifiedNs !== undefined) futimesSync(descriptor, seconds(modifiedNs), seconds(modifiedNs));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Only the superuser may give files away; a group that this user is not in cannot be given either. */
function give(descriptor: number, { userId, groupId }: NonNullable<HeldWrite["owner"]>): void {
  const { uid, gid } = fstatSync(descriptor);
  if (uid === userId && gid === groupId) return;
  try {
    fchownSync(descriptor, userId, groupId);
  } catch (error) {
    if (codeOf(error) !== "EPERM") throw error;
  }
}

/** As near as a number comes: some hundred nanoseconds. */
function seconds(nanoseconds: bigint): number {
  return Number(nanoseconds / 1_000_000_000n) + Number(nanoseconds % 1_000_000_000n) / 1e9;
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (NO_SECOND_NAME.has(codeOf(error) ?? "")) return false;
    throw error;
  }
}

/** Windows and some file systems cannot make folders durable by themselves. */
function sync(descriptor: number): void {
  try {
    fsyncSync(descriptor);
  } catch (error) {
    if (!["EPERM", "EINVAL", "EISDIR", "EBADF", "ENOTSUP"].includes(codeOf(error) ?? "")) throw error;
  }
}

function unlessAbsent<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return undefined;
    throw error;
  }
}

function failure(path: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === undefined || error instanceof OrchestraError) return error;
  return new OrchestraError("FILE_UNWRITABLE", `${path} cannot be changed: ${code}`, {
    cause: error,
    hint: "Check the permissions and the free space of its folder.",
  });
}
