import type {
  ConflictFinding,
  ConflictSeverity,
  ConflictType,
  ResolutionStrategy,
} from "../model/conflict.ts";
import type { Snapshot } from "../model/snapshot.ts";

/** Parts of the snapshot that cost something to gather: those that no rule reads stay empty. */
export const SNAPSHOT_PARTS = [
  "blobs",
  "configuration",
  "usages",
  "facts",
  "links",
  "resources",
  "listeners",
  "ignored",
  "siblings",
] as const;

export type SnapshotPart = (typeof SNAPSHOT_PARTS)[number];

/** What the cause of a finding is told by. */
export type CausedFinding = Pick<ConflictFinding, "places" | "evidence">;

/** One kind of contradiction: a pure function over the snapshot. `docs/conflicts/RULE.md` explains it to its reader. */
export interface ConflictRule {
  /** As it is named everywhere: `merge_marker`. */
  readonly rule: string;
  readonly conflictType: ConflictType;
  readonly severity: ConflictSeverity;
  /** True for a rule that only looks when it is asked for by name or in the settings. */
  readonly isOff?: boolean;
  readonly title: string;
  /** What it looks at beside the names of the files. */
  readonly reads: readonly SnapshotPart[];
  /** How its conflicts can be resolved, the default first. */
  readonly strategies: readonly ResolutionStrategy[];
  /** What the members of a finding's evidence are; it may lack some and has no others. */
  readonly evidence: Readonly<Record<string, string>>;
  /**
   * What findings of this rule have in common that most likely went wrong once: a file, a folder, a target. Undefined for
   * one that stands alone.
   */
  readonly causeOf?: (finding: CausedFinding) => string | undefined;
  readonly find: (snapshot: Snapshot) => readonly ConflictFinding[];
}
