import type { ConflictFinding, ConflictSeverity, ConflictType } from "../model/conflict.ts";
import type { Snapshot } from "../model/snapshot.ts";

/** One kind of contradiction: a pure function over the snapshot. */
export interface ConflictRule {
  /** As it is named everywhere: `merge_marker`. */
  readonly rule: string;
  readonly conflictType: ConflictType;
  readonly severity: ConflictSeverity;
  readonly title: string;
  readonly find: (snapshot: Snapshot) => readonly ConflictFinding[];
}
