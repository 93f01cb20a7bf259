import { isOpen, type Conflict } from "../../model/conflict.ts";
import type { ChosenRule } from "./choose-rules.ts";
import { sortConflicts } from "./sort.ts";

/** So many of one cause say all that a reader has to know of it. */
const MOST_TOLD = 3;

/**
 * Of open conflicts of one rule and one cause the first three keep their severity, and the others are low: that a template
 * has twenty keys that nothing sets is one thing to look at. When one of the three is mended, the next takes its place. A
 * rule whose severity stands in the settings, or that was not looked for, is left alone.
 */
export function lightenRepeats(
  conflicts: readonly Conflict[],
  rules: readonly ChosenRule[],
): readonly Conflict[] {
  const known = new Map(rules.flatMap((one) => (one.isSet ? [] : [[one.rule.rule, one.rule] as const])));
  const told = new Map<string, number>();
  const lighter = new Set<string>();
  for (const conflict of sortConflicts(conflicts)) {
    if (conflict.severity === "low" || !isOpen(conflict)) continue;
    const cause = known.get(conflict.rule)?.causeOf?.(conflict);
    if (cause === undefined) continue;
    const key = `${conflict.rule}\0${cause}`;
    const count = (told.get(key) ?? 0) + 1;
    told.set(key, count);
    if (count > MOST_TOLD) lighter.add(conflict.conflictId);
  }
  return conflicts.map((conflict) =>
    lighter.has(conflict.conflictId)
      ? {
          ...conflict,
          severity: "low",
          hint: `${conflict.hint} It is low because three of its cause are told.`,
        }
      : conflict,
  );
}
