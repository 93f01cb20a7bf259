import type {
  ConflictFinding,
  ConflictSeverity,
  ConflictType,
  ResolutionStrategy,
} from "../model/conflict.ts";
import type { Snapshot } from "../model/snapshot.ts";

/** One kind of contradiction: a pure function over the snapshot. `docs/conflicts/RULE.md` explains it to its reader. */
export interface ConflictRule {
  /** As it is named everywhere: `merge_marker`. */
  readonly rule: string;
  readonly conflictType: ConflictType;
  readonly severity: ConflictSeverity;
  /** True for a rule that only looks when it is asked for by name or in the settings. */
  readonly isOff?: boolean;
  readonly title: string;
  /** How its conflicts can be resolved, the default first. */
  readonly strategies: readonly ResolutionStrategy[];
  /** What the members of a finding's evidence are; it may lack some and has no others. */
  readonly evidence: Readonly<Record<string, string>>;
  /** A rule of the project's own may answer later. */
  readonly find: (snapshot: Snapshot) => readonly ConflictFinding[];
}
