import type { Conflict } from "../../model/conflict.ts";
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
export async function findConflicts(session: Session, names: readonly string[]): Promise<Found> {
  const { config } = await session.loadConfig();
  const rules = chooseRules(names, config);
  const wanted = new Set(rules.map(({ rule }) => rule.rule));
  const { snapshot, facts, diagnostics } = await gatherSnapshot(session, wanted);
  const isLeftOut = await createPathMatcher(config.conflicts?.ignore ?? []);
  const reasonOf = createReasons(facts);
  const at = toTimestamp(session.platform.clock.now());
  const conflicts = rules.flatMap(({ rule, severity }) =>
    rule
      .find(snapshot)
      .filter(({ places }) => !places.every(({ file }) => isLeftOut(file)))
      .map((finding): Conflict => {
        const reason = reasonOf(rule.rule, finding);
        return {
          conflictId: idOf(session, rule.rule, finding.about),
          conflictType: rule.conflictType,
          rule: rule.rule,
          severity,
          status: "pending",
          strategies: rule.strategies,
          ...finding,
          ...(reason === undefined ? {} : { status: "ignored", silencedBy: "comment", reason }),
          firstSeen: at,
          lastSeen: at,
        };
      }),
  );
  return { conflicts, rules, diagnostics: [...diagnostics, ...faultySilences(facts, wanted)] };
}

function idOf({ platform }: Session, rule: string, about: readonly string[]): string {
  return `${rule}-${platform.hash.sha256(JSON.stringify([rule, ...about])).slice(0, 12)}`;
}
