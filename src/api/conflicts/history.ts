import type { Conflict } from "../../model/conflict.ts";

interface Moment {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** False for a conflict that this detection did not look for: of it nothing is known. */
  readonly isChecked: (conflict: Conflict) => boolean;
}

/** What was known and is found again keeps its history; what is gone is resolved; what comes back is open again. */
export function mergeConflicts(
  known: readonly Conflict[],
  found: readonly Conflict[],
  { at, isChecked }: Moment,
): readonly Conflict[] {
  const before = new Map(known.map((conflict) => [conflict.conflictId, conflict]));
  const now = new Map(found.map((conflict) => [conflict.conflictId, conflict]));
  const kept = [...now.values()].map((conflict) => withHistory(conflict, before.get(conflict.conflictId)));
  const gone = known
    .filter(({ conflictId }) => !now.has(conflictId))
    .map((conflict) =>
      conflict.status === "resolved" || !isChecked(conflict)
        ? conflict
        : { ...conflict, status: "resolved" as const, lastSeen: at },
    );
  return [...kept, ...gone].toSorted((a, b) => (a.conflictId < b.conflictId ? -1 : 1));
}

/** A person's word and what came of a resolution outlive a detection; comments and the baseline are read each time. */
function withHistory(conflict: Conflict, before: Conflict | undefined): Conflict {
  if (before === undefined) return conflict;
  const { firstSeen, status, silencedBy, reason } = before;
  const isLet = status === "ignored" && reason !== undefined && (silencedBy ?? "person") === "person";
  if (isLet) return { ...conflict, firstSeen, status, silencedBy: "person", reason };
  const isTried = status === "partial" || status === "failed" || status === "manual";
  if (!isTried || conflict.status !== "pending") return { ...conflict, firstSeen };
  return { ...conflict, firstSeen, status, ...(reason === undefined ? {} : { reason }) };
}
