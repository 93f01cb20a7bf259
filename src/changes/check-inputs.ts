import type { PlanInput } from "../model/plan.ts";
import { OrchestraError } from "../model/errors.ts";
import { ABSENT, describePathState, type PathState } from "./path-state.ts";
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
  const now = describePathState(stateOf(path, view, isLight));
  return isLight ? now.split(" ").slice(0, 2).join(" ") === expected : now === expected;
}

/** Below a file there is nothing, as where a plan put one in the place of a folder that it moved. */
function stateOf(path: string, view: View, isLight: boolean): PathState {
  try {
    return isLight ? view.glance(path) : view.state(path);
  } catch (error) {
    if (error instanceof OrchestraError && error.code === "PLAN_REFUSED" && isBelowFile(path, view))
      return ABSENT;
    throw error;
  }
}

function isBelowFile(path: string, view: View): boolean {
  const names = path.split("/");
  for (let count = 1; count < names.length; count += 1) {
    const { kind } = view.glance(names.slice(0, count).join("/"));
    if (kind !== "folder") return kind === "file";
  }
  return false;
}
