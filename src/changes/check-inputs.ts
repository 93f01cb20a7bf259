import type { PlanInput } from "../model/plan.ts";
import { describePathState } from "./path-state.ts";
import type { View } from "./view.ts";

/** How the tree stands to what a plan was made for. */
export type InputCheck =
  | { readonly found: "as_planned" | "already_done" }
  | { readonly found: "stale"; readonly paths: readonly string[] };

/** Compares every input with the tree; what is wholly as the plan leaves it needs nothing any more. */
export function checkInputs(
  inputs: readonly PlanInput[],
  view: View,
  { isFilesOnly }: { readonly isFilesOnly: boolean },
): InputCheck {
  const changed = inputs.filter((input) => !isAt(input.path, input.state, view));
  const isDone = inputs.every((input) => isAt(input.path, input.after, view));
  if (isDone && (isFilesOnly || changed.length > 0)) return { found: "already_done" };
  if (changed.length === 0) return { found: "as_planned" };
  return { found: "stale", paths: changed.map(({ path }) => path) };
}

/** What was only glanced at, a file without the id of its content, is not read now either. */
function isAt(path: string, expected: string, view: View): boolean {
  const isLight = /^file [0-7]+$/.test(expected);
  const now = describePathState(isLight ? view.glance(path) : view.state(path));
  return isLight ? now.split(" ").slice(0, 2).join(" ") === expected : now === expected;
}
