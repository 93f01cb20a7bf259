import type { Conflict } from "../../model/conflict.ts";
import { OrchestraError } from "../../model/errors.ts";
import { readConflicts, updateConflicts } from "../../state/conflict-documents.ts";
import type { Session } from "../session.ts";
import type { ConflictFilter } from "./types.ts";
import { sortConflicts } from "./sort.ts";

/** What is known, without looking again. */
export function listConflicts(session: Session, filter: ConflictFilter): readonly Conflict[] {
  const { status, rule } = filter;
  return sortConflicts(readConflicts(session.state).conflicts).filter(
    (conflict) =>
      (status === undefined || conflict.status === status) && (rule === undefined || conflict.rule === rule),
  );
}

/** A person looked at it and lets it be. Throws `CONFLICT_NOT_FOUND`. */
export async function ignoreConflict(session: Session, id: string, reason: string): Promise<Conflict> {
  const known = readConflicts(session.state).conflicts;
  if (!known.some(({ conflictId }) => conflictId === id)) {
    throw new OrchestraError(
      "CONFLICT_NOT_FOUND",
      `no conflict has the id ${JSON.stringify(id.slice(0, 80))}`,
      { hint: "`orchestra conflicts list` gives the ids." },
    );
  }
  const { conflicts } = await updateConflicts(session.state, (all) =>
    all.map((conflict) =>
      conflict.conflictId === id
        ? { ...conflict, status: "ignored" as const, silencedBy: "person" as const, reason }
        : conflict,
    ),
  );
  const [ignored] = conflicts.filter(({ conflictId }) => conflictId === id);
  if (ignored === undefined) throw new Error("what was just ignored is kept");
  return ignored;
}
