import type { ChangeKindName, Execution, HistoryEntry, Plan, StepInput } from "../../model/plan.ts";

/** A plan that was made and not carried out. */
export interface PlannedChanges {
  readonly plan: Plan;
  /** What it does to files, as a unified diff; secrets are hidden in it. */
  readonly diff: string;
}

/** How a plan is carried out. */
export interface ApplyOptions {
  /** A step that fails does not stop those that do not depend on it; else all is taken back. */
  readonly keepGoing?: boolean;
  /** Changes files too that git tracks and that are not committed. */
  readonly allowDirty?: boolean;
  /** As the history shall name it; `api` when left out. */
  readonly command?: string;
}

/** What taking back did. */
export interface UndoReport {
  readonly execution: Execution;
  /** The execution that was taken back. */
  readonly undone: string;
  /** What was left as it is, and why, one sentence each. */
  readonly left: readonly string[];
}

/** What became of a change that was killed; undefined members: there was none. */
export interface RecoverySummary {
  readonly executionId: string;
  readonly title: string;
  /** `finished`: everything had been done; `reverted`: everything was put back. */
  readonly outcome: "finished" | "reverted";
  /** Paths that somebody else changed since, and that were left as they are. */
  readonly left: readonly string[];
}

/** Plans, and what was done by them. */
export interface ChangeMethods {
  /** Makes a plan; writes nothing. Throws `PLAN_INVALID` and `PLAN_REFUSED`. */
  planChanges(steps: readonly StepInput[], options?: { readonly title?: string }): Promise<PlannedChanges>;
  /**
   * Carries a plan of this process out, whole or not at all. Throws `PLAN_STALE`, `PLAN_REFUSED`, `CHANGE_FAILED` when
   * it was taken back, `RECOVERY_NEEDED`.
   */
  applyPlan(plan: Plan, options?: ApplyOptions): Promise<Execution>;
  /** Takes an execution back, the latest when none is named. Throws `PLAN_NOT_FOUND` and `UNDO_REFUSED`. */
  undo(id?: string, options?: { readonly isPartial?: boolean }): Promise<UndoReport>;
  /** What was changed, the latest first. */
  history(): Promise<readonly HistoryEntry[]>;
  /** Finishes or takes back what a killed run left, and leaves what somebody changed since; undefined when there is nothing. */
  recover(): Promise<RecoverySummary | undefined>;
  /** Names of all kinds of change, those of the project's own among them. */
  changeKinds(): Promise<readonly ChangeKindName[]>;
}
