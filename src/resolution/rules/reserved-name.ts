import type { Conflict } from "../../model/conflict.ts";
import { findMentions, repointAll } from "../mentions.ts";
import { folded, foldedPaths } from "../free-name.ts";
import { moveStep, refuse } from "../steps.ts";
import type { Answer, ResolutionContext, StrategyMeaning } from "../types.ts";

/** What can be done about a name that another system cannot have. */
export const RESERVED_NAME: readonly StrategyMeaning[] = [
  {
    rule: "reserved_name",
    strategy: "rename",
    does: "Moves the file to the nearest name that every system can have, and points what names it there; refused where that name is taken, or a mention cannot be changed with certainty.",
    plan: renameToAllowed,
  },
];

const DEVICES = /^(con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(?=\.|$)/i;

async function renameToAllowed(
  { conflictId, places: [first] }: Conflict,
  context: ResolutionContext,
): Promise<Answer> {
  const { tree } = context;
  const path = first?.file ?? "";
  if (tree.kindOf(path) === undefined) return { steps: [] };
  const to = path.split("/").map(allowed).join("/");
  if (to === path || foldedPaths(tree).has(folded(to)))
    return refuse(`${to} is taken: a person has to find another name for ${path}`);
  const mentions = await findMentions(path, to, context);
  const repointed = await repointAll({ from: path, to, why: conflictId }, mentions, context);
  if ("refused" in repointed) return refuse(repointed.refused);
  return { steps: [...repointed.steps, moveStep(path, to, conflictId)] };
}

function allowed(name: string): string {
  const plain = name
    .replaceAll(/[<>:"|?*\\]|\p{Cc}/gu, "-")
    .replace(/[. ]+$/, "")
    .replace(DEVICES, "$1_");
  return plain === "" ? "-" : plain;
}
