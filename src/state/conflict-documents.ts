import { z } from "zod";
import {
  CONFLICT_SEVERITIES,
  CONFLICT_STATUSES,
  CONFLICT_TYPES,
  RESOLUTION_STRATEGIES,
  SILENCERS,
  type Conflict,
} from "../model/conflict.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { readDocument, writeDocument } from "./documents.ts";
import { withLock } from "./lock.ts";
import { pathIn, type StateFolder } from "./state-folder.ts";

const NAME = "conflicts.json";

/** Of those that are gone, the latest. */
const MOST_RESOLVED = 1_000;

const documentSchema = z.object({
  schemaVersion: z.literal(1),
  conflicts: z.custom<readonly Conflict[]>(areConflicts, "are no conflicts"),
});

/** What is known of conflicts, and whether the document was broken. */
export interface StoredConflicts {
  readonly conflicts: readonly Conflict[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known, without looking again. Throws `STATE_TOO_NEW`. */
export function readConflicts(state: StateFolder): StoredConflicts {
  const { data, diagnostics } = readDocument(state, NAME, documentSchema);
  return { conflicts: data?.conflicts ?? [], diagnostics };
}

/** What was known at some moment. */
export interface ConflictsAhead {
  readonly stored: StoredConflicts;
  /** Says which file it was. */
  readonly stamp: string;
}

/** Reads what an update will want, at a time when nothing else is to be done. Throws `STATE_TOO_NEW`. */
export function readConflictsAhead(state: StateFolder): ConflictsAhead {
  const stamp = stampOf(state);
  return { stored: readConflicts(state), stamp };
}

/** Each writing makes a new file. */
function stampOf(state: StateFolder): string {
  const stat = state.platform.files.lstat(pathIn(state, NAME));
  return stat === undefined ? "" : `${stat.device}:${stat.inode}:${stat.size}:${stat.modifiedMs}`;
}

/** Changes what is known, one process at a time; gives it as it is then. */
export async function updateConflicts(
  state: StateFolder,
  change: (known: readonly Conflict[]) => readonly Conflict[],
  ahead?: ConflictsAhead,
): Promise<StoredConflicts> {
  return withLock(state, () => {
    const isCurrent = ahead?.stamp === stampOf(state);
    const before = isCurrent ? ahead.stored : readConflicts(state);
    const broken = isCurrent ? [] : (ahead?.stored.diagnostics ?? []);
    const conflicts = forgetOldest(change(before.conflicts));
    if (conflicts.length > 0 || before.conflicts.length > 0) writeDocument(state, NAME, { conflicts });
    return { conflicts, diagnostics: [...broken, ...before.diagnostics] };
  });
}

function forgetOldest(conflicts: readonly Conflict[]): readonly Conflict[] {
  const resolved = conflicts.filter(({ status }) => status === "resolved");
  if (resolved.length <= MOST_RESOLVED) return conflicts;
  const kept = new Set(
    resolved.toSorted((a, b) => (a.lastSeen < b.lastSeen ? 1 : -1)).slice(0, MOST_RESOLVED),
  );
  return conflicts.filter((conflict) => conflict.status !== "resolved" || kept.has(conflict));
}

function areConflicts(value: unknown): value is readonly Conflict[] {
  return Array.isArray(value) && value.every(isConflict);
}

/** By hand: a large project has ten thousand of them, and a schema takes ten times as long. */
function isConflict(value: unknown): value is Conflict {
  if (!isRecord(value)) return false;
  const { conflictId, rule, message, hint, places, evidence, strategies, reason } = value;
  return (
    [conflictId, rule, message, hint].every((text) => typeof text === "string") &&
    isOneOf(CONFLICT_TYPES, value["conflictType"]) &&
    isOneOf(CONFLICT_SEVERITIES, value["severity"]) &&
    isOneOf(CONFLICT_STATUSES, value["status"]) &&
    (value["silencedBy"] === undefined || isOneOf(SILENCERS, value["silencedBy"])) &&
    (reason === undefined || typeof reason === "string") &&
    isTime(value["firstSeen"]) &&
    isTime(value["lastSeen"]) &&
    isRecord(evidence) &&
    Array.isArray(places) &&
    places.every(isPlace) &&
    Array.isArray(strategies) &&
    strategies.every((one) => isOneOf(RESOLUTION_STRATEGIES, one))
  );
}

function isPlace(value: unknown): boolean {
  if (!isRecord(value) || typeof value["file"] !== "string") return false;
  const { line, key } = value;
  return (line === undefined || Number.isInteger(line)) && (key === undefined || typeof key === "string");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOneOf(names: readonly string[], value: unknown): boolean {
  return typeof value === "string" && names.includes(value);
}

function isTime(value: unknown): boolean {
  return typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);
}
