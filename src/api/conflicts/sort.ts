import { CONFLICT_SEVERITIES, type Conflict } from "../../model/conflict.ts";

/** The worst first, then by rule, place and id. */
export function sortConflicts(conflicts: readonly Conflict[]): readonly Conflict[] {
  const keyed = conflicts.map((conflict) => ({ conflict, key: keyOf(conflict) }));
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ conflict }) => conflict);
}

function keyOf({ severity, rule, conflictId, places: [first] }: Conflict): string {
  const rank = CONFLICT_SEVERITIES.length - CONFLICT_SEVERITIES.indexOf(severity);
  const line = String(first?.line ?? 0).padStart(9, "0");
  return [String(rank), rule, first?.file ?? "", line, conflictId].join("\0");
}
