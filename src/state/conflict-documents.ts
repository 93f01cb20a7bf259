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
import type { StateFolder } from "./state-folder.ts";

const NAME = "conflicts.json";

/** Of those that are gone, the latest. */
const MOST_RESOLVED = 1_000;

const conflictSchema: z.ZodType<Conflict> = z.object({
  conflictId: z.string().min(1),
  conflictType: z.enum(CONFLICT_TYPES),
  rule: z.string().min(1),
  severity: z.enum(CONFLICT_SEVERITIES),
  status: z.enum(CONFLICT_STATUSES),
  strategies: z.array(z.enum(RESOLUTION_STRATEGIES)).default([]),
  silencedBy: z.enum(SILENCERS).exactOptional(),
  reason: z.string().exactOptional(),
  about: z.array(z.string()),
  message: z.string(),
  hint: z.string(),
  places: z.array(
    z.object({
      file: z.string(),
      line: z.int().positive().exactOptional(),
      key: z.string().exactOptional(),
    }),
  ),
  evidence: z.record(z.string(), z.json()),
  firstSeen: z.iso.datetime(),
  lastSeen: z.iso.datetime(),
});

const documentSchema = z.object({ schemaVersion: z.literal(1), conflicts: z.array(conflictSchema) });

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

/** Changes what is known, one process at a time; gives it as it is then. */
export async function updateConflicts(
  state: StateFolder,
  change: (known: readonly Conflict[]) => readonly Conflict[],
): Promise<StoredConflicts> {
  return withLock(state, () => {
    const before = readConflicts(state);
    const conflicts = forgetOldest(change(before.conflicts));
    if (JSON.stringify(conflicts) !== JSON.stringify(before.conflicts))
      writeDocument(state, NAME, { conflicts });
    return { conflicts, diagnostics: before.diagnostics };
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
