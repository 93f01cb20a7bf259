import { pathsOf } from "./effects.ts";
import type { KnownStep } from "./run.ts";

/** As many as share one journal write; what a kill costs is bounded with it. */
const MOST_STEPS = 2_000;

/**
 * Steps that can be captured together before the first of them is made: none touches what another does, and none asks
 * anything but files. Their contents and journal lines reach the disk in one go.
 */
export function batchesOf(steps: readonly KnownStep[]): readonly (readonly KnownStep[])[] {
  const batches: KnownStep[][] = [];
  let paths = new Set<string>();
  let isOpen = false;
  for (const step of steps) {
    const own = step.running.effects.flatMap(pathsOf);
    const last = batches.at(-1);
    const isFile = step.kind.effects !== undefined;
    if (last !== undefined && isOpen && isFile && last.length < MOST_STEPS && !own.some(touches(paths))) {
      last.push(step);
    } else {
      batches.push([step]);
      paths = new Set();
    }
    for (const path of own) paths.add(path);
    isOpen = isFile;
  }
  return batches;
}

/** A path, a folder above it, or anything below it. */
function touches(paths: ReadonlySet<string>): (path: string) => boolean {
  return (path) => {
    if (paths.has(path)) return true;
    for (let cut = path.lastIndexOf("/"); cut > 0; cut = path.lastIndexOf("/", cut - 1))
      if (paths.has(path.slice(0, cut))) return true;
    return false;
  };
}
