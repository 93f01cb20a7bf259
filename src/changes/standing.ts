import { isWithin } from "./check-path.ts";
import type { Effect } from "./effects.ts";
import { slotOf } from "./file-kind.ts";
import type { KnownStep } from "./run.ts";
import { progressOf, type Progress } from "./unswap.ts";
import type { World } from "./world.ts";

/** How the tree stands to what a killed execution was at. */
export interface Standing {
  /** Paths that are neither as before nor as after. */
  readonly edited: readonly string[];
  /** True when every effect is as it was to be. */
  readonly isWhole: boolean;
}

/**
 * Looks at every path that the steps are about, the last effect on each alone: those before it were whole when it
 * began. A path in a folder that was moved is looked for where the folder is.
 */
export function standingOf(steps: readonly KnownStep[], world: World): Standing {
  const seen = new Set<string>();
  const moves: { readonly from: string; readonly to: string }[] = [];
  const edited: string[] = [];
  const all: Progress[] = [];
  const effects = steps.flatMap(({ running }) =>
    running.effects.map((effect, index) => ({ effect, slot: slotOf(running, index), world })),
  );
  for (const doing of effects.toReversed()) {
    const effect = relocate(doing.effect, moves);
    const path = effect.effect === "move" ? effect.from : effect.path;
    if (seen.has(path)) continue;
    seen.add(path);
    const progress = progressOf({ ...doing, effect });
    all.push(progress);
    if (progress === "edited") edited.push(effect.effect === "move" ? effect.to : effect.path);
    if (effect.effect === "move" && progress === "after") moves.push({ from: effect.from, to: effect.to });
  }
  return {
    edited: edited.toSorted(),
    isWhole: all.every((progress) => progress === "after"),
  };
}

/** True when nothing is left to do: all effects are there, and nothing but files was to be changed. */
export function isSettled(steps: readonly KnownStep[], { isWhole }: Standing): boolean {
  return isWhole && steps.every(({ kind }) => kind.effects !== undefined);
}

function relocate(effect: Effect, moves: readonly { readonly from: string; readonly to: string }[]): Effect {
  if (effect.effect === "move") return effect;
  const move = moves.find(({ from }) => isWithin(effect.path, from));
  return move === undefined
    ? effect
    : { ...effect, path: `${move.to}${effect.path.slice(move.from.length)}` };
}
