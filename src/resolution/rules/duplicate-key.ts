import type { Conflict } from "../../model/conflict.ts";
import { locateAssignments, type DotenvAssignment } from "../../workspace/parsers/dotenv.ts";
import { editStep, refuse } from "../steps.ts";
import type { PlanConflict, ResolutionContext, StrategyMeaning } from "../types.ts";

/** The assignment that stays, or why nobody can tell. */
type Kept = { readonly kept: DotenvAssignment } | { readonly refused: string };

type ChooseKept = (
  assignments: readonly DotenvAssignment[],
  file: string,
  context: ResolutionContext,
) => Promise<Kept>;

/** What can be done about a key that stands twice in one file. */
export const DUPLICATE_KEY: readonly StrategyMeaning[] = [
  {
    rule: "duplicate_key",
    strategy: "priority",
    does: "Keeps the line that holds, which is the last one, and removes the others: nothing changes for whoever reads the file.",
    plan: keepOne(async (assignments) => {
      const kept = assignments.at(-1);
      return kept === undefined ? { refused: "the key is gone" } : { kept };
    }),
  },
  {
    rule: "duplicate_key",
    strategy: "timestamp",
    does: "Keeps the line that was committed last, by `git blame`, and removes the others.",
    plan: keepOne(newestLine),
  },
];

function keepOne(choose: ChooseKept): PlanConflict {
  return async ({ conflictId, places: [first] }: Conflict, context) => {
    const { file: path = "", key = "" } = first ?? {};
    const text = context.tree.readText(path);
    if (text === undefined) return refuse(`${path} cannot be read`);
    const found = locateAssignments(text).filter((assignment) => assignment.key === key);
    if (found.length < 2) return { steps: [] };
    const chosen = await choose(found, path, context);
    if ("refused" in chosen) return refuse(chosen.refused);
    const edits = found
      .filter((assignment) => assignment !== chosen.kept)
      .map(({ start, end }) => ({ start, end, text: "" }));
    const title = `keep one of ${found.length} lines of ${key} in ${path}`;
    return { steps: [editStep({ path, text }, edits, { title, why: conflictId })] };
  };
}

async function newestLine(
  assignments: readonly DotenvAssignment[],
  file: string,
  { history, tree }: ResolutionContext,
): Promise<Kept> {
  if (tree.changed().includes(file)) return { refused: `${file} is changed by another step of the plan` };
  const times = await Promise.all(assignments.map(({ line }) => history.lineCommittedAt(file, line)));
  if (times.includes(undefined))
    return { refused: `${file} is not as it was committed: no line of it has a time of its own` };
  const latest = Math.max(...times.map((time) => time ?? 0));
  const newest = assignments.filter((_, index) => times[index] === latest);
  const [kept] = newest;
  if (kept !== undefined && newest.length === 1) return { kept };
  return {
    refused: `lines ${newest.map(({ line }) => line).join(" and ")} of ${file} were committed at one time`,
  };
}
