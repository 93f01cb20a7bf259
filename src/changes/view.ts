import type { HeldStat } from "../platform/edit-types.ts";
import type { Contents } from "./contents.ts";
import type { Effect, Identity } from "./effects.ts";
import { isWithin } from "./check-path.ts";
import { ABSENT, type PathState } from "./path-state.ts";
import type { Tree } from "./tree.ts";

/** The tree as it will stand after the effects so far. */
export interface View {
  state(path: string): PathState;
  /** The same without reading a file: its content is empty, unless it is known by then. */
  glance(path: string): PathState;
  /** Contents of a regular file; undefined when it is none. */
  read(path: string): Buffer | undefined;
  /** True for a folder; nobody is told that it was asked for. */
  hasFolder(path: string): boolean;
  /** True for a folder in which nothing stands. */
  isEmpty(path: string): boolean;
  /** Which file or folder of this machine stands there; undefined for what only a plan makes. */
  identity(path: string): Identity | undefined;
  /** Contents by id; undefined when nobody has them. */
  find(id: string): Buffer | undefined;
  /** Remembers contents that are made on the way; gives their id. */
  remember(bytes: Buffer): string;
  add(effect: Effect): void;
  /** Paths of the real tree that were asked for or are changed, and how they stood, sorted. */
  inputs(): readonly { readonly path: string; readonly state: PathState }[];
}

/** Effects after one another: paths that were set, up to the next move. */
type Layer =
  | {
      readonly set: Map<string, PathState>;
      /** Folders that stay what they are, with another mode. */
      readonly kept: Set<string>;
      readonly move?: never;
    }
  | {
      readonly move: { readonly from: string; readonly to: string; readonly isFolder: boolean };
      readonly set?: never;
      readonly kept?: never;
    };

/** A view that begins with the tree as it is; each path of it is read once. How it stood then goes to `stats`. */
export function createView(
  tree: Tree,
  contents: Contents,
  stats = new Map<string, HeldStat | undefined>(),
): View {
  const { real, glance, inputs } = createReadings(tree, stats);
  const layers: Layer[] = [];
  const state = (path: string): PathState => {
    const found = lookUp(layers, path);
    return typeof found === "string" ? real(found) : found;
  };
  const kindAt = (path: string) => {
    const found = lookUp(layers, path);
    return typeof found === "string" ? (tree.stat(found)?.kind ?? "absent") : found.kind;
  };
  return {
    state,
    glance: (path) => {
      const found = lookUp(layers, path);
      return typeof found === "string" ? glance(found) : found;
    },
    read: (path) => {
      const found = state(path);
      return found.kind === "file" ? contents.find(found.content) : undefined;
    },
    find: (id) => contents.find(id),
    remember: (bytes) => contents.remember(bytes),
    hasFolder: (path) => kindAt(path) === "folder",
    isEmpty: (path) => {
      const found = lookUp(layers, path);
      const names = typeof found === "string" ? tree.list(found) : [];
      return names.every((name) => kindAt(`${path}/${name}`) === "absent");
    },
    identity: (path) => {
      const found = lookUp(layers, path, { isPastKept: true });
      const stat = typeof found === "string" ? tree.stat(found) : undefined;
      return stat === undefined ? undefined : { device: String(stat.device), inode: String(stat.inode) };
    },
    add: (effect) => {
      if (effect.effect === "move") {
        layers.push({ move: { from: effect.from, to: effect.to, isFolder: effect.what.kind === "folder" } });
        return;
      }
      state(effect.path);
      const last = layers.at(-1);
      const layer =
        last?.set === undefined ? { set: new Map<string, PathState>(), kept: new Set<string>() } : last;
      if (layer !== last) layers.push(layer);
      layer.set.set(effect.path, effect.after);
      if (effect.before.kind !== "folder") layer.kept.delete(effect.path);
      else if (effect.after.kind === "folder") layer.kept.add(effect.path);
    },
    inputs,
  };
}

/** What was read of the real tree, each path once; what was only glanced at is told apart. */
function createReadings(tree: Tree, stats: Map<string, HeldStat | undefined>) {
  const seen = new Map<string, PathState>();
  const glanced = new Map<string, PathState>();
  return {
    real: (path: string): PathState => {
      const known = seen.get(path);
      if (known !== undefined) return known;
      tree.relax();
      const { state, stat } = tree.read(path);
      stats.set(path, stat);
      seen.set(path, state);
      return state;
    },
    glance: (path: string): PathState => {
      const known = seen.get(path) ?? glanced.get(path);
      if (known !== undefined) return known;
      tree.relax();
      const state = tree.glance(path);
      glanced.set(path, state);
      return state;
    },
    inputs: () =>
      [...new Map([...glanced, ...seen])]
        .map(([path, state]) => ({ path, state }))
        .toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** How a path stands by these layers, or the path of the real tree that it is. */
function lookUp(
  layers: readonly Layer[],
  asked: string,
  { isPastKept = false }: { readonly isPastKept?: boolean } = {},
): PathState | string {
  let path = asked;
  for (const layer of layers.toReversed()) {
    const { set, move } = layer;
    const found = isPastKept && layer.kept?.has(path) === true ? undefined : set?.get(path);
    if (found !== undefined) return found;
    if (move === undefined) continue;
    // Below what is no folder there is nothing, whatever stood below its old name.
    if (!move.isFolder && path !== move.to && isWithin(path, move.to)) return ABSENT;
    if (isWithin(path, move.to)) path = `${move.from}${path.slice(move.to.length)}`;
    else if (isWithin(path, move.from)) return ABSENT;
  }
  return path;
}
