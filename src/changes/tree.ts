import { OrchestraError } from "../model/errors.ts";
import type { HeldFolder, HeldStat } from "../platform/edit-types.ts";
import type { Contents } from "./contents.ts";
import { ABSENT, type PathState } from "./path-state.ts";
import type { Platform } from "../platform/types.ts";

const MOST_OPEN = 64;

/** The largest file of which a copy is kept for taking a change back. Bytes. */
const MAX_FILE_BYTES = 1_073_741_824;

/** Where a path is reached without following any link. */
export interface Spot {
  readonly folder: HeldFolder;
  readonly name: string;
}

/** The project's files, by paths relative to its root; no link on the way is ever followed. */
export interface Tree {
  /** Undefined when a folder on the way is not there. Throws `PLAN_REFUSED` when a link is. */
  find(path: string): Spot | undefined;
  /** Lets go of whatever is held on the way to these paths: what is moved as a whole is looked up anew. */
  refresh(paths: readonly string[]): void;
  /** Lets go of folders that were held longest, beyond what a process may hold; no spot found before may be used after. */
  relax(): void;
  stat(path: string): HeldStat | undefined;
  /** The state with its contents, which are remembered; undefined contents for what is no file. */
  read(path: string): { readonly state: PathState; readonly stat: HeldStat | undefined };
  /** The state of a path with no file read: its content is empty. */
  glance(path: string): PathState;
  /** Names in a folder; none when there is none. */
  list(path: string): readonly string[];
  /** Forgets a folder that is held, and all below it: it was moved or removed. */
  forget(path: string): void;
  close(): void;
}

export interface TreeOptions {
  readonly platform: Platform;
  /** Absolute, links followed. */
  readonly root: string;
  readonly contents: Contents;
}

/** Opens the tree of a project. Throws `ROOT_NOT_FOUND`. */
export function openTree({ platform, root, contents }: TreeOptions): Tree {
  const top = platform.files.holdFolder(root);
  if (top === undefined) throw new OrchestraError("ROOT_NOT_FOUND", `${root} is not a folder`);
  const held = new Map<string, HeldFolder>();
  const forget = (path: string) => {
    for (const [name, folder] of held) {
      if (name !== path && !name.startsWith(`${path}/`)) continue;
      held.delete(name);
      folder.close();
    }
  };
  const hold = (path: string): HeldFolder | undefined => {
    if (path === "") return top;
    const known = held.get(path);
    if (known !== undefined) return known;
    const spot = find(path);
    const opened = spot === undefined ? undefined : openChild(spot, path);
    if (opened === undefined) return undefined;
    held.set(path, opened);
    return opened;
  };
  const find = (path: string): Spot | undefined => {
    const cut = path.lastIndexOf("/");
    const folder = hold(path.slice(0, Math.max(cut, 0)));
    return folder === undefined ? undefined : { folder, name: path.slice(cut + 1) };
  };
  const statAt = (path: string) => {
    const spot = find(path);
    return { spot, stat: spot?.folder.stat(spot.name) };
  };
  return {
    find,
    refresh: (paths) => {
      for (const path of paths) forget(path.split("/")[0] ?? "");
    },
    relax: () => {
      while (held.size > MOST_OPEN) forgetOldest(held);
    },
    stat: (path) => statAt(path).stat,
    read: (path) => {
      const { spot, stat } = statAt(path);
      if (spot === undefined || stat === undefined) return { state: ABSENT, stat: undefined };
      return { state: readState({ spot, path, stat, contents }), stat };
    },
    glance: (path) => {
      const { spot, stat } = statAt(path);
      if (spot === undefined || stat === undefined) return ABSENT;
      if (stat.kind === "file") return { kind: "file", mode: stat.mode, content: "" };
      return readState({ spot, path, stat, contents });
    },
    list: (path) => hold(path)?.list() ?? [],
    forget,
    close: () => {
      for (const folder of held.values()) folder.close();
      held.clear();
      top.close();
    },
  };
}

/** The folders of deeper paths are held on their own: one that was opened long ago can be let go. */
function forgetOldest(held: Map<string, HeldFolder>): void {
  const [oldest] = held;
  if (oldest === undefined) return;
  held.delete(oldest[0]);
  oldest[1].close();
}

function openChild({ folder, name }: Spot, path: string): HeldFolder | undefined {
  const opened = folder.open(name);
  if (opened !== undefined) return opened;
  const stat = folder.stat(name);
  if (stat === undefined) return undefined;
  throw new OrchestraError("PLAN_REFUSED", `${path} is no folder but a ${stat.kind}`, {
    file: path,
    hint: "Nothing is changed through a link, nor below a file.",
  });
}

interface Reading {
  readonly spot: Spot;
  readonly path: string;
  readonly stat: HeldStat;
  readonly contents: Contents;
}

function readState({ spot, path, stat, contents }: Reading): PathState {
  const { kind, mode } = stat;
  if (kind === "folder") return { kind, mode };
  if (kind === "other") return { kind };
  if (kind === "link") {
    const target = spot.folder.readLink(spot.name);
    return target === undefined ? ABSENT : { kind, target };
  }
  const read = spot.folder.read(spot.name, { maxBytes: MAX_FILE_BYTES });
  if (!read.isRead) {
    if (read.reason === "missing") return ABSENT;
    throw new OrchestraError("PLAN_REFUSED", `${path} cannot be read: ${read.reason}`, {
      file: path,
      hint: "What is changed has to be readable, so that it can be put back.",
    });
  }
  return {
    kind,
    mode,
    content: contents.remember(read.bytes),
    modifiedNs: String(stat.modifiedNs),
    userId: stat.userId,
    groupId: stat.groupId,
  };
}
