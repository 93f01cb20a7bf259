import type {
  ConflictSeverity,
  ConflictStatus,
  ConflictType,
  ResolutionStrategy,
} from "../../model/conflict.ts";

/** What `getAllConflicts` lists; every given condition must hold. */
export interface ConflictFilter {
  readonly status?: ConflictStatus | (string & {});
  readonly rule?: string;
}

/** What `detectConflicts` looks for, and what it gives. */
export interface DetectOptions {
  /** Only these rules, those that are off by default too; all that are on when left out. */
  readonly rules?: readonly string[];
  /** Relative to the root: only conflicts that touch it. */
  readonly folder?: string;
  /** A revision of git: only conflicts that were not there where the history of now parted from it. */
  readonly changedSince?: string;
  /** Writes `orchestra.baseline.json`: what is found now no longer counts. */
  readonly updateBaseline?: boolean;
}

/** What can be said of a rule without running it. */
export interface ConflictRuleInfo {
  readonly rule: string;
  readonly conflictType: ConflictType;
  /** By default; `conflicts.rules` in the settings changes it. */
  readonly severity: ConflictSeverity;
  /** True for a rule that only looks when it is asked for. */
  readonly isOff: boolean;
  readonly title: string;
  /** How its conflicts can be resolved, the default first. */
  readonly strategies: readonly ResolutionStrategy[];
}
