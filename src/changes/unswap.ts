import { OrchestraError } from "../model/errors.ts";
import type { Effect } from "./effects.ts";
import { isSameState, type PathState } from "./path-state.ts";
import { isIt, prepare, slotNames, spotOf, type Doing } from "./swap.ts";
import type { World } from "./world.ts";

/** How far an effect has come, as the tree shows it. */
export type Progress = "before" | "after" | "between" | "edited";

type SetEffect = Extract<Effect, { effect: "set" }>;
type MoveEffect = Extract<Effect, { effect: "move" }>;

/** Looks where an effect stands; it may have been killed at any moment. */
export function progressOf({ effect, world, slot }: Doing<Effect>): Progress {
  world.tree.relax();
  if (effect.effect === "move") return progressOfMove(world, effect);
  const now = stateOf(world, effect.path);
  if (isSameState(now, effect.before)) return "before";
  if (isSameState(now, effect.after)) return "after";
  const isAside = world.staging.stat(slotNames(slot).old) !== undefined;
  return now.kind === "absent" && isAside ? "between" : "edited";
}

/** Takes an effect back, as far as it has come. Throws `CHANGE_FAILED` for what somebody else changed since. */
export function revertEffect(doing: Doing<Effect>): void {
  const { effect, world, slot } = doing;
  const progress = progressOf(doing);
  if (progress === "edited") throw changedSince(effect);
  if (progress !== "before") {
    if (effect.effect === "move") moveBack(world, effect);
    else putBack({ effect, world, slot });
  }
  const { fresh, old } = slotNames(slot);
  world.staging.remove(fresh);
  world.staging.remove(old);
}

function progressOfMove(world: World, effect: MoveEffect): Progress {
  world.tree.refresh([effect.from, effect.to]);
  const [source, target] = [world.tree.find(effect.from), world.tree.find(effect.to)];
  const [before, after] = [source, target].map((spot) => spot?.folder.stat(spot.name));
  if (isIt(before, effect)) return "before";
  return isIt(after, effect) && before === undefined ? "after" : "edited";
}

function moveBack(world: World, { from, to }: MoveEffect): void {
  world.tree.refresh([from, to]);
  const target = spotOf(world, to);
  const source = spotOf(world, from);
  target.folder.move(target.name, source.folder, source.name);
  world.tree.forget(from);
  world.tree.forget(to);
}

/** The very file that stood there, where it is still kept; else one that is made of its contents. */
function putBack(doing: Doing<SetEffect>): void {
  const { effect, world, slot } = doing;
  const { path, before, after } = effect;
  const { folder, name } = spotOf(world, path);
  const { fresh, old } = slotNames(slot);
  world.stats.delete(path);
  if (before.kind === "absent") {
    if (after.kind === "folder") folder.removeFolder(name);
    else folder.remove(name);
    return;
  }
  if (before.kind === "folder") {
    if (after.kind === "folder") folder.changeMode(name, before.mode);
    else folder.makeFolder(name, before.mode);
    return;
  }
  const isKept = world.staging.stat(old) !== undefined;
  if (!isKept) {
    world.staging.remove(fresh);
    prepare(doing, before);
  }
  world.staging.move(isKept ? old : fresh, folder, name);
}

function stateOf(world: World, path: string): PathState {
  return world.tree.read(path).state;
}

function changedSince(effect: Effect): OrchestraError {
  const path = effect.effect === "move" ? effect.to : effect.path;
  return new OrchestraError("CHANGE_FAILED", `${path} was changed by somebody else since`, { file: path });
}
