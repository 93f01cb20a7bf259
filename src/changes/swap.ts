import { OrchestraError } from "../model/errors.ts";
import type { HeldStat } from "../platform/edit-types.ts";
import type { Effect } from "./effects.ts";
import { describePathState, isSameState, type PathState } from "./path-state.ts";
import type { Spot } from "./tree.ts";
import type { World } from "./world.ts";

/** Longer than file systems take from one time to the next; those that count whole seconds take 2 s. */
const CLOCK_STEP_MS = 2_500;

type SetEffect = Extract<Effect, { effect: "set" }>;
type MoveEffect = Extract<Effect, { effect: "move" }>;

/** An effect that is carried out, and where its files are kept meanwhile. */
export interface Doing<E> {
  readonly effect: E;
  /** Its own: `12-0`. */
  readonly slot: string;
  readonly world: World;
}

/** Makes a path stand as it shall; what stood there is kept in the staging folder until all is done. */
export function applySet(doing: Doing<SetEffect>): void {
  const { effect, world } = doing;
  const { path, before, after } = effect;
  const spot = spotOf(world, path);
  confirm(world, path, before);
  if (after.kind === "folder") makeFolder(spot, effect);
  else {
    prepare(doing, after);
    setAside(doing, spot);
    place(doing, spot);
  }
  world.stats.set(path, spot.folder.stat(spot.name));
}

/** Renames a file or folder as a whole. */
export function applyMove({ effect, world }: Doing<MoveEffect>): void {
  const { from, to } = effect;
  world.tree.refresh([from, to]);
  const source = spotOf(world, from);
  const target = spotOf(world, to);
  if (!isIt(source.folder.stat(source.name), effect)) throw edited(from);
  if (target.folder.stat(target.name) !== undefined) throw taken(to);
  source.folder.move(source.name, target.folder, target.name);
  if (isIt(target.folder.stat(target.name), effect)) {
    world.tree.forget(from);
    world.tree.forget(to);
    return;
  }
  target.folder.move(target.name, source.folder, source.name);
  throw edited(from);
}

/** Where a path is. Throws `PLAN_REFUSED` when a folder on the way is not there. */
export function spotOf(world: World, path: string): Spot {
  const spot = world.tree.find(path);
  if (spot !== undefined) return spot;
  throw new OrchestraError("PLAN_REFUSED", `the folder of ${path} is not there`, { file: path });
}

/** True for the very thing that was meant, told by device and inode. */
export function isIt(stat: HeldStat | undefined, { identity }: MoveEffect): boolean {
  return (
    stat !== undefined && String(stat.device) === identity.device && String(stat.inode) === identity.inode
  );
}

/** Names in the staging folder. */
export function slotNames(slot: string): { readonly fresh: string; readonly old: string } {
  return { fresh: `${slot}.new`, old: `${slot}.old` };
}

/** Makes what is to come, whole and on the disk, beside the user's files. */
export function prepare({ world, slot }: Doing<SetEffect>, state: PathState): void {
  const { fresh } = slotNames(slot);
  if (state.kind === "link") world.staging.makeLink(fresh, state.target);
  if (state.kind !== "file") return;
  const bytes = world.contents.find(state.content);
  if (bytes === undefined) {
    throw new OrchestraError("CHANGE_FAILED", "contents that are to be written are not kept any more", {
      hint: "They were kept under another home folder, or let go by age.",
    });
  }
  const { mode, modifiedNs, userId, groupId } = state;
  world.staging.write(fresh, bytes, {
    mode,
    ...(modifiedNs === undefined ? {} : { modifiedNs: BigInt(modifiedNs) }),
    ...(userId === undefined || groupId === undefined ? {} : { owner: { userId, groupId } }),
  });
}

function makeFolder({ folder, name }: Spot, { path, before, after }: SetEffect): void {
  if (after.kind !== "folder") return;
  if (before.kind === "folder") folder.changeMode(name, after.mode);
  else if (before.kind === "absent") folder.makeFolder(name, after.mode);
  else throw taken(path);
}

/** A file keeps its name meanwhile, so that its readers always find one; anything else steps aside. */
function setAside({ effect, world, slot }: Doing<SetEffect>, { folder, name }: Spot): void {
  const { before, after, path } = effect;
  const { old } = slotNames(slot);
  if (before.kind === "absent") return;
  if (before.kind === "folder") {
    folder.removeFolder(name);
    return;
  }
  const isNamed =
    before.kind === "file" && after.kind === "file" && folder.giveName(name, world.staging, old);
  if (before.kind === "file" && after.kind === "file" && !isNamed) return;
  if (!isNamed) folder.move(name, world.staging, old);
  if (isAsKnown(world, effect, old)) return;
  if (isNamed) world.staging.remove(old);
  else world.staging.move(old, folder, name);
  throw edited(path);
}

function place({ effect, world, slot }: Doing<SetEffect>, { folder, name }: Spot): void {
  const { before, after, path } = effect;
  const { fresh, old } = slotNames(slot);
  if (after.kind === "absent") return;
  if (before.kind !== "file") {
    placeNew(world, { fresh, path, spot: { folder, name } });
    return;
  }
  world.staging.move(fresh, folder, name);
  if (world.staging.stat(old) === undefined || isAsKnown(world, effect, old)) return;
  world.staging.move(old, folder, name);
  throw edited(path);
}

/** Never over something that came meanwhile. */
function placeNew(
  { staging }: World,
  { fresh, path, spot }: { readonly fresh: string; readonly path: string; readonly spot: Spot },
): void {
  if (spot.folder.stat(spot.name) !== undefined) throw taken(path);
  if (staging.stat(fresh)?.kind === "file" && staging.giveName(fresh, spot.folder, spot.name))
    staging.remove(fresh);
  else staging.move(fresh, spot.folder, spot.name);
}

/** Throws when a path does not stand as the plan was made for. */
function confirm(world: World, path: string, expected: PathState): void {
  const now = world.tree.stat(path);
  if (world.stats.has(path) && isUntouched(world.stats.get(path), now) && !isFresh(world, now)) return;
  const { state, stat } = world.tree.read(path);
  if (!isSameState(state, expected)) throw edited(path, describePathState(state));
  world.stats.set(path, stat);
}

/** What was set aside is what was looked at before; one that was written just now is read, times say too little of it. */
function isAsKnown(world: World, { path, before }: SetEffect, old: string): boolean {
  const stat = world.staging.stat(old);
  if (!isUntouched(world.stats.get(path), stat)) return false;
  if (before.kind !== "file" || !isFresh(world, stat)) return true;
  const read = world.staging.read(old, { maxBytes: Number.MAX_SAFE_INTEGER });
  return read.isRead && world.contents.remember(read.bytes) === before.content;
}

/** Writing a file changes its times, its size, or which file it is. */
function isUntouched(known: HeldStat | undefined, found: HeldStat | undefined): boolean {
  if (known === undefined || found === undefined) return known === found;
  return (
    known.kind === found.kind &&
    known.inode === found.inode &&
    known.device === found.device &&
    known.size === found.size &&
    known.mode === found.mode &&
    known.modifiedNs === found.modifiedNs
  );
}

/** The clock of a file system moves in steps: two writes in one step leave one time. */
function isFresh({ context }: World, stat: HeldStat | undefined): boolean {
  if (stat === undefined) return false;
  return BigInt(context.platform.clock.now() - CLOCK_STEP_MS) * 1_000_000n < stat.modifiedNs;
}

function edited(path: string, now?: string): OrchestraError {
  const what = now === "absent" ? "is gone" : "was changed by somebody else meanwhile";
  return new OrchestraError("CHANGE_FAILED", `${path} ${what}`, { file: path });
}

function taken(path: string): OrchestraError {
  return new OrchestraError("CHANGE_FAILED", `something stands at ${path} already`, { file: path });
}
