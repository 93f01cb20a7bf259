import {
  isOpen,
  RESOLUTION_STRATEGIES,
  type Conflict,
  type ResolutionStrategy,
} from "../../model/conflict.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { ResolutionPolicy } from "../../model/project-config.ts";
import type { ConflictRequest } from "../../resolution/plan-conflicts.ts";
import { findStrategy, strategiesOf } from "../../resolution/strategies.ts";
import { allRuleNames, chooseRules } from "../conflicts/choose-rules.ts";
import { detectConflicts } from "../conflicts/detect.ts";
import { listConflicts } from "../conflicts/known.ts";
import type { Session } from "../session.ts";
import type { ResolutionRequest } from "./types.ts";

/** Which conflicts are meant, each as a detection of now finds it, with the strategy for it. */
export async function chooseConflicts(
  session: Session,
  request: ResolutionRequest,
): Promise<readonly ConflictRequest[]> {
  const { ids = [], rule, byPolicy = false } = request;
  if ([ids.length > 0, rule !== undefined, byPolicy].filter(Boolean).length !== 1)
    throw usage("say which conflicts are meant", "Their ids, all of one rule, or what the policies say.");
  const strategy = toStrategy(request.strategy);
  const { config } = await session.loadConfig();
  const policies = byPolicy ? checkPolicies(config.resolution, allRuleNames(config)) : [];
  const named = await rulesToDetect(session, [
    ...rulesOfIds(ids, session),
    ...(rule === undefined ? [] : [rule]),
    ...policies.map((policy) => policy.rule),
  ]);
  const { conflicts } = await detectConflicts(session, { rules: named });
  if (ids.length > 0) {
    const wanted = [...new Set(ids.map((id) => findById(conflicts, id)))];
    return wanted.map((conflict) => ({ conflict, strategy: supported(conflict, strategy) }));
  }
  const open = conflicts.filter(isOpen);
  if (rule !== undefined) {
    return open
      .filter((conflict) => conflict.rule === rule)
      .map((conflict) => ({ conflict, strategy: supported(conflict, strategy) }));
  }
  const byRule = new Map(policies.map((policy) => [policy.rule, policy.strategy]));
  return open.flatMap((conflict) => {
    const chosen = byRule.get(conflict.rule);
    return chosen === undefined ? [] : [{ conflict, strategy: chosen }];
  });
}

/** Throws `USAGE` for a name that is none. */
function toStrategy(name: string | undefined): ResolutionStrategy | undefined {
  if (name === undefined) return undefined;
  const found = RESOLUTION_STRATEGIES.find((known) => known === name);
  if (found !== undefined) return found;
  throw usage(
    `no strategy is called ${JSON.stringify(name.slice(0, 80))}`,
    `There are: ${RESOLUTION_STRATEGIES.join(", ")}.`,
  );
}

function supported(conflict: Conflict, asked: ResolutionStrategy | undefined): ResolutionStrategy {
  const strategy = asked ?? conflict.strategies.find((one) => one !== "manual" && one !== "keep_all");
  if (strategy === undefined)
    throw usage(
      `nothing can be done about ${conflict.conflictId} by itself`,
      `${conflict.rule} is for a person: --strategy manual with changes of your own, or keep_all.`,
    );
  if (findStrategy(conflict.rule, strategy) !== undefined) return strategy;
  throw unsupported(conflict.rule, strategy);
}

function unsupported(rule: string, strategy: ResolutionStrategy): OrchestraError {
  return new OrchestraError("STRATEGY_UNSUPPORTED", `${strategy} means nothing for ${rule}`, {
    hint: `${rule} supports ${strategiesOf(rule).join(", ")}; docs/resolution.md says what each does.`,
  });
}

/** Throws `CONFIG_INVALID` for a rule that does not exist, `STRATEGY_UNSUPPORTED` for a pair that means nothing. */
function checkPolicies(
  policies: readonly ResolutionPolicy[],
  rules: readonly string[],
): readonly ResolutionPolicy[] {
  if (policies.length === 0)
    throw usage(
      "the project has no policies to resolve by",
      "`resolution: [{rule: duplicate_key, strategy: priority}]` in orchestra.config.* sets one.",
    );
  for (const { rule, strategy } of policies) {
    if (!rules.includes(rule))
      throw new OrchestraError("CONFIG_INVALID", `resolution: no rule is called ${JSON.stringify(rule)}`, {
        hint: `There are: ${rules.join(", ")}.`,
      });
    if (findStrategy(rule, strategy) === undefined) throw unsupported(rule, strategy);
  }
  return policies;
}

/** Rules of known conflicts whose ids begin so, and else what the begin of an id says. */
function rulesOfIds(ids: readonly string[], session: Session): readonly string[] {
  if (ids.length === 0) return [];
  return listConflicts(session, {})
    .filter(({ conflictId }) => ids.some((id) => conflictId.startsWith(id)))
    .map(({ rule }) => rule);
}

/** Everything that is on, so that what is new afterwards can be told, and those that were asked for by name. */
export async function rulesToDetect(session: Session, wanted: readonly string[]): Promise<readonly string[]> {
  const { config } = await session.loadConfig();
  const on = chooseRules([], config).map(({ rule }) => rule.rule);
  return [...new Set([...on, ...wanted])];
}

/** Throws `CONFLICT_NOT_FOUND`, and `USAGE` for a begin that several ids have. */
function findById(conflicts: readonly Conflict[], id: string): Conflict {
  const exact = conflicts.find(({ conflictId }) => conflictId === id);
  const [first, ...others] = conflicts.filter(({ conflictId }) => id !== "" && conflictId.startsWith(id));
  if (exact !== undefined) return exact;
  if (first === undefined)
    throw new OrchestraError(
      "CONFLICT_NOT_FOUND",
      `no conflict that is there now has the id ${JSON.stringify(id.slice(0, 80))}`,
      { hint: "`orchestra setup --conflicts` looks again, `orchestra conflicts list` gives the ids." },
    );
  if (others.length === 0) return first;
  const named = [first, ...others].slice(0, 8).map(({ conflictId }) => conflictId);
  throw usage(
    `${others.length + 1} conflicts have an id that begins with ${JSON.stringify(id)}`,
    `They are: ${named.join(", ")}${others.length > 7 ? ", …" : ""}.`,
  );
}

function usage(message: string, hint: string): OrchestraError {
  return new OrchestraError("USAGE", message, { hint });
}
