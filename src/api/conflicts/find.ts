import { isDeepInTests } from "../../conflicts/paths.ts";
import type { ConflictRule } from "../../conflicts/rule.ts";
import type { Conflict, ConflictSeverity } from "../../model/conflict.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { toTimestamp } from "../../model/time.ts";
import { createPathMatcher } from "../../workspace/path-matcher.ts";
import type { Session } from "../session.ts";
import { chooseRules, type ChosenRule } from "./choose-rules.ts";
import { gatherSnapshot } from "./gather.ts";
import { createReasons, faultySilences } from "./silence.ts";

/** What a tree holds, before anything is remembered of it. */
export interface Found {
  readonly conflicts: readonly Conflict[];
  readonly rules: readonly ChosenRule[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Looks for conflicts; those that a comment lets be are marked. Writes nothing. */
export async function findConflicts(session: Session, asked: readonly string[]): Promise<Found> {
  const { config } = await session.loadConfig();
  const rules = chooseRules(asked, config);
  const names = new Set(rules.map(({ rule }) => rule.rule));
  const parts = new Set(rules.flatMap(({ rule }) => rule.reads));
  const { snapshot, silences, diagnostics } = await gatherSnapshot(session, parts);
  const isLeftOut = await createPathMatcher(config.conflicts?.ignore ?? []);
  const reasonOf = createReasons(silences);
  const at = toTimestamp(session.platform.clock.now());
  const conflicts = rules.flatMap(({ rule, severity, isSet }) =>
    rule
      .find(snapshot)
      .filter(({ places }) => !places.every(({ file }) => isLeftOut(file)))
      .map(({ about, severity: own, ...finding }): Conflict => {
        const reason = reasonOf(rule.rule, finding.places);
        return {
          conflictId: idOf(session, rule.rule, about),
          conflictType: rule.conflictType,
          rule: rule.rule,
          status: "pending",
          strategies: rule.strategies,
          ...finding,
          severity: isSet ? severity : lighterInTests(rule, own ?? severity, finding.places),
          ...(reason === undefined ? {} : { status: "ignored", silencedBy: "comment", reason }),
          firstSeen: at,
          lastSeen: at,
        };
      }),
  );
  return { conflicts, rules, diagnostics: [...diagnostics, ...faultySilences(silences, names)] };
}

/** What tests are made of may contradict itself on purpose; a page is for people, and rules of secrets know tests. */
function lighterInTests(
  { rule, conflictType }: ConflictRule,
  severity: ConflictSeverity,
  places: Conflict["places"],
): ConflictSeverity {
  const isOfContents = conflictType === "ref_inconsistency" || conflictType === "config_conflict";
  if (!isOfContents || rule === "broken_md_link" || !places.every(({ file }) => isDeepInTests(file)))
    return severity;
  return "low";
}

function idOf({ platform }: Session, rule: string, about: readonly string[]): string {
  return `${rule}-${platform.hash.sha256(JSON.stringify([rule, ...about])).slice(0, 12)}`;
}
