import type { Artifact } from "../../model/cleanup.ts";

/** What is looked for, and what is done with it. */
export interface CleanupOptions {
  /** True when left out: nothing is written. */
  readonly dryRun?: boolean;
  /** Only what has not changed for longer; 30 when left out, 0 for any age. */
  readonly maxAgeDays?: number;
  /** Globs: only paths that one of them names. A pattern without `/` is a name at any depth. */
  readonly include?: readonly string[];
  /** Globs of what is left alone. */
  readonly exclude?: readonly string[];
  /** Bytes; smaller ones stay. */
  readonly minSize?: number;
  /** Removes for good instead of keeping it in `.orchestra/trash`. */
  readonly delete?: boolean;
}

/** What can go, or went. */
export interface CleanupReport {
  readonly dryRun: boolean;
  /** Sorted by path; of a run that changed something, what went. */
  readonly artifacts: readonly Artifact[];
  /** Of all of them. */
  readonly bytes: number;
  /** The folder in which they wait, relative to the root; absent where nothing was moved, or it is gone for good. */
  readonly movedTo?: string;
  /** Paths that could not be moved; the diagnostics say why. */
  readonly failed: readonly string[];
}

/** What one clean-up put away and is still there. */
export interface TrashEntry {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly artifacts: readonly Artifact[];
  /** As it was counted when it was put away. */
  readonly bytes: number;
}

/** What came back. */
export interface RestoreReport {
  readonly id: string;
  /** Paths relative to the root, sorted. */
  readonly restored: readonly string[];
  /** Paths that stay in the trash, for something stands in their place by now, or they could not be moved. */
  readonly left: readonly string[];
}

/** What was removed for good. */
export interface EmptyReport {
  /** Ids of clean-ups. */
  readonly removed: readonly string[];
  readonly bytes: number;
}

/** What can be made again: found, put away, brought back. */
export interface CleanupMethods {
  /** Finds artifacts and, unless it is a dry run, puts them away. Throws `USAGE` for an impossible number. */
  cleanupArtifacts(options?: CleanupOptions): Promise<CleanupReport>;
  /** What waits in `.orchestra/trash`, the latest first. */
  listTrash(): Promise<readonly TrashEntry[]>;
  /** Brings back what a clean-up put away, the latest when none is named. Throws `PLAN_NOT_FOUND`. */
  restoreCleanup(id?: string): Promise<RestoreReport>;
  /** Removes for good what was put away so many days ago or longer; all when left out. */
  emptyTrash(options?: { readonly olderThanDays?: number }): Promise<EmptyReport>;
}
