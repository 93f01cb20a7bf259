import type { Conflict, ResolutionStrategy } from "../model/conflict.ts";
import { findStrategy } from "./strategies.ts";
import { refuse } from "./steps.ts";
import type { Answer, ResolutionContext } from "./types.ts";

/** A conflict with the strategy that is to end it. */
export interface ConflictRequest {
  readonly conflict: Conflict;
  readonly strategy: ResolutionStrategy;
}

/** What became of one request: its steps are part of the whole plan, or it was refused. */
export type PlannedConflict = ConflictRequest & { readonly answer: Answer };

/**
 * Plans several conflicts as one, in the order in which they are to be done: each sees the tree as the ones before it leave it. Text is edited first, in each file
 * from its end, so that lines stay where they were found; then copies go, and then names change.
 */
export async function planConflicts(
  requests: readonly ConflictRequest[],
  context: ResolutionContext,
): Promise<readonly PlannedConflict[]> {
  const planned: PlannedConflict[] = [];
  for (const request of requests.toSorted(compare)) {
    const answer = await planOne(request, context);
    planned.push({ ...request, answer });
    if ("refused" in answer) continue;
    for (const step of answer.steps) context.tree.apply(step);
  }
  return planned;
}

async function planOne({ conflict, strategy }: ConflictRequest, context: ResolutionContext): Promise<Answer> {
  const plan = findStrategy(conflict.rule, strategy);
  return plan === undefined
    ? refuse(`${strategy} means nothing for ${conflict.rule}`)
    : plan(conflict, context);
}

const ORDER: Readonly<Record<ResolutionStrategy, number>> = {
  merge: 0,
  priority: 1,
  environment: 1,
  timestamp: 1,
  keep_all: 1,
  delete_duplicate: 2,
  rename: 3,
  manual: 4,
};

function compare(a: ConflictRequest, b: ConflictRequest): number {
  const [first, second] = [a.conflict.places[0], b.conflict.places[0]];
  const byFile = (first?.file ?? "") < (second?.file ?? "") ? -1 : Number(first?.file !== second?.file);
  return ORDER[a.strategy] - ORDER[b.strategy] || byFile || (second?.line ?? 0) - (first?.line ?? 0);
}
