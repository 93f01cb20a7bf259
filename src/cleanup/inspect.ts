import type { FileStat, FileSystem } from "../platform/types.ts";
import { joined } from "./folder-names.ts";
import { protectionBy } from "./protected.ts";
import type { ArtifactKind } from "./types.ts";

/** What stands in an artifact. */
export interface Content {
  /** Of what may go; a file with several names is counted once. */
  readonly bytes: number;
  /** Milliseconds since 1970; of the folder itself where it holds no file. */
  readonly newestMs: number;
  /** Paths that stay, relative to the root. */
  readonly kept: readonly string[];
  /** Something in it that is on another file system. */
  readonly foreign: string | undefined;
  /** A folder in it that cannot be read: nobody knows what it holds. */
  readonly unreadable: string | undefined;
}

interface Walk {
  readonly files: FileSystem;
  readonly root: string;
  readonly kind: ArtifactKind;
  readonly top: string;
  readonly device: number;
  readonly seen: Set<string>;
  readonly kept: string[];
  newestMs: number;
  foreign: string | undefined;
  unreadable: string | undefined;
}

export interface InspectInput {
  readonly files: FileSystem;
  readonly root: string;
  readonly kind: ArtifactKind;
  readonly path: string;
  readonly stat: FileStat;
}

/** Looks at everything below an artifact without following a link. */
export function inspect({ files, root, kind, path, stat }: InspectInput): Content {
  const walk: Walk = {
    files,
    root,
    kind,
    top: path,
    device: stat.device,
    seen: new Set(),
    kept: [],
    newestMs: Number.NEGATIVE_INFINITY,
    foreign: undefined,
    unreadable: undefined,
  };
  const bytes = stat.kind === "folder" ? measureFolder(walk, path, `${root}/${path}`) : sizeOf(walk, stat);
  const { kept, foreign, unreadable } = walk;
  const newestMs = Number.isFinite(walk.newestMs) ? walk.newestMs : stat.modifiedMs;
  return { bytes, newestMs, kept, foreign, unreadable };
}

/** Bytes of a folder and all below it that may go. */
function measureFolder(walk: Walk, path: string, absolute: string | Buffer): number {
  const listing = walk.files.readFolder(absolute);
  if (!listing.isRead) {
    walk.unreadable ??= path;
    return 0;
  }
  const protections = listing.entries.map(({ name }) =>
    typeof name === "string" ? protectionBy(name, walk.kind) : undefined,
  );
  if (protections.includes("folder")) {
    walk.kept.push(path);
    return 0;
  }
  let bytes = 0;
  listing.entries.forEach(({ name }, at) => {
    const child = joined(path, typeof name === "string" ? name : name.toString("latin1"));
    if (protections[at] === "entry" || isChoice(walk, child)) walk.kept.push(child);
    else bytes += measureEntry(walk, child, below(absolute, name));
  });
  return bytes;
}

function measureEntry(walk: Walk, path: string, absolute: string | Buffer): number {
  const stat = walk.files.lstat(absolute);
  if (stat === undefined) return 0;
  if (stat.device !== walk.device) {
    walk.foreign ??= path;
    return 0;
  }
  if (stat.kind === "folder") return measureFolder(walk, path, absolute);
  return sizeOf(walk, stat);
}

function sizeOf(walk: Walk, { device, inode, size, modifiedMs }: FileStat): number {
  walk.newestMs = Math.max(walk.newestMs, modifiedMs);
  const id = `${device}:${inode}`;
  if (walk.seen.has(id)) return 0;
  walk.seen.add(id);
  return size;
}

function isChoice({ kind, top }: Walk, path: string): boolean {
  return kind.keeps?.includes(path.slice(top.length + 1)) === true;
}

function below(folder: string | Buffer, name: string | Buffer): string | Buffer {
  if (typeof folder === "string" && typeof name === "string") return `${folder}/${name}`;
  return Buffer.concat([Buffer.from(folder), Buffer.from("/"), Buffer.from(name)]);
}
