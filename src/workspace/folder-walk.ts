import type { Diagnostic } from "../model/diagnostic.ts";
import type { FolderEntry, Platform } from "../platform/types.ts";
import { isGeneratedFolder } from "./generated-folders.ts";
import type { ListedFile } from "./listing.ts";
import { decodePath } from "./path-bytes.ts";
import type { TrackingState } from "./types.ts";

const MOST_ENTRIES = 200_000;
const DEEPEST = 64;

export interface WalkOptions {
  /** Absolute; what is listed is relative to it. */
  readonly root: string;
  /** Where to begin, relative to the root; empty for the root itself. */
  readonly folders: readonly string[];
  readonly state: TrackingState;
}

export interface Walk {
  readonly files: readonly ListedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Folder {
  readonly path: string;
  readonly raw: Buffer | undefined;
  readonly depth: number;
}

/** Lists folders entry by entry, never through a link, up to a bound; generated folders are left out. */
export function walkFolders(platform: Platform, options: WalkOptions): Walk {
  const files: ListedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const waiting: Folder[] = options.folders
    .filter((path) => !isGeneratedFolder(path.slice(path.lastIndexOf("/") + 1)))
    .map((path) => ({ path, raw: undefined, depth: 0 }));
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const listing = platform.files.readFolder(absoluteOf(options.root, folder));
    if (!listing.isRead) {
      if (listing.reason !== "missing") diagnostics.push(unreadable(folder.path));
      continue;
    }
    for (const entry of listing.entries) {
      const child = childOf(folder, entry);
      if (entry.kind !== "folder") files.push(listedFile(child, options.state));
      else if (child.depth <= DEEPEST && !isGeneratedFolder(nameOf(entry))) waiting.push(child);
    }
    if (files.length + waiting.length > MOST_ENTRIES)
      return { files, diagnostics: [...diagnostics, tooMany(folder.path)] };
  }
  return { files, diagnostics };
}

function childOf(folder: Folder, entry: FolderEntry): Folder {
  const name = Buffer.isBuffer(entry.name) ? decodePath(entry.name).text : entry.name;
  const path = folder.path === "" ? name : `${folder.path}/${name}`;
  if (folder.raw === undefined && !Buffer.isBuffer(entry.name))
    return { path, raw: undefined, depth: folder.depth + 1 };
  const parent = folder.raw ?? Buffer.from(folder.path, "utf8");
  const parts = parent.length === 0 ? [] : [parent, Buffer.from("/")];
  return { path, raw: Buffer.concat([...parts, Buffer.from(entry.name)]), depth: folder.depth + 1 };
}

function absoluteOf(root: string, folder: Folder): string | Buffer {
  if (folder.raw === undefined) return folder.path === "" ? root : `${root}/${folder.path}`;
  return Buffer.concat([Buffer.from(`${root}/`, "utf8"), folder.raw]);
}

function nameOf(entry: FolderEntry): string {
  return Buffer.isBuffer(entry.name) ? "" : entry.name;
}

function listedFile(child: Folder, state: TrackingState): ListedFile {
  return {
    path: child.path,
    ...(child.raw === undefined ? {} : { raw: child.raw }),
    state,
  };
}

function unreadable(path: string): Diagnostic {
  return {
    severity: "warning",
    code: "FOLDER_UNREADABLE",
    message: "the folder cannot be read; what it holds is not known",
    source: "workspace",
    file: path === "" ? "." : path,
    hint: "Check its permissions.",
  };
}

function tooMany(path: string): Diagnostic {
  return {
    severity: "warning",
    code: "TREE_TOO_LARGE",
    message: `more than ${MOST_ENTRIES} entries: the rest is not listed`,
    source: "workspace",
    file: path === "" ? "." : path,
    hint: "Run in a smaller folder, or leave paths out with `ignore` in orchestra.config.*.",
  };
}
