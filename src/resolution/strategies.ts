import type { ResolutionStrategy } from "../model/conflict.ts";
import { BROKEN_REFERENCES } from "./rules/broken-reference.ts";
import { CASE_COLLISION } from "./rules/case-collision.ts";
import { DUPLICATE_FILE } from "./rules/duplicate-file.ts";
import { DUPLICATE_KEY } from "./rules/duplicate-key.ts";
import { ENV_MISSING_KEY } from "./rules/env-missing-key.ts";
import { ENV_VALUE_CONFLICT } from "./rules/env-value-conflict.ts";
import { LOCKFILE_MIX } from "./rules/lockfile-mix.ts";
import { MERGE_MARKER } from "./rules/merge-marker.ts";
import { RESERVED_NAME } from "./rules/reserved-name.ts";
import { TF_VARIABLE_TWICE } from "./rules/tf-variable-twice.ts";
import { VERSION_DISAGREEMENT } from "./rules/version-disagreement.ts";
import type { PlanConflict, StrategyMeaning } from "./types.ts";

/** Strategies that mean something for some rules alone, the default of each rule first. */
export const STRATEGIES: readonly StrategyMeaning[] = [
  ...DUPLICATE_FILE,
  ...MERGE_MARKER,
  ...CASE_COLLISION,
  ...RESERVED_NAME,
  ...ENV_VALUE_CONFLICT,
  ...ENV_MISSING_KEY,
  ...DUPLICATE_KEY,
  ...TF_VARIABLE_TWICE,
  ...BROKEN_REFERENCES,
  ...LOCKFILE_MIX,
  ...VERSION_DISAGREEMENT,
];

/** Strategies that every rule has. */
export const GENERAL_STRATEGIES: readonly Omit<StrategyMeaning, "rule">[] = [
  {
    strategy: "manual",
    does: "Does what the caller says: a list of changes, planned and applied like any other. Without one the conflict waits for a person.",
    plan: async ({ conflictId }, { actions }) => ({
      steps: actions.map((change) => ({ why: conflictId, change })),
    }),
  },
  {
    strategy: "keep_all",
    does: "Leaves everything as it is, and records that it is accepted: the conflict is ignored, with the reason.",
    plan: async () => ({ steps: [] }),
  },
];

/** What a strategy does for a rule; undefined for a pair that nobody planned. */
export function findStrategy(rule: string, strategy: ResolutionStrategy): PlanConflict | undefined {
  return [...STRATEGIES.filter((one) => one.rule === rule), ...GENERAL_STRATEGIES].find(
    (one) => one.strategy === strategy,
  )?.plan;
}

/** Every strategy that means something for a rule, the default first. */
export function strategiesOf(rule: string): readonly ResolutionStrategy[] {
  const own = STRATEGIES.filter((one) => one.rule === rule);
  return [...own, ...GENERAL_STRATEGIES].map(({ strategy }) => strategy);
}
