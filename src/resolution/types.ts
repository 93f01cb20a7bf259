import type { ConfigEntry } from "../model/config-entry.ts";
import type { Conflict, ResolutionStrategy } from "../model/conflict.ts";
import type { Change, StepInput } from "../model/plan.ts";
import type { EnvironmentName } from "../model/resource-values.ts";
import type { GitHistory } from "../workspace/git-history.ts";
import type { FoundLine } from "../workspace/search.ts";
import type { TrackingState } from "../workspace/types.ts";

/** What a strategy gives: the steps that end the conflict, or why it leaves it alone. */
export type Answer = { readonly steps: readonly StepInput[] } | { readonly refused: string };

/** The tree as it will stand after the steps that were planned so far. */
export interface StagedTree {
  /** Files and links, sorted. */
  list(): readonly string[];
  /** `folder` where something lies below; undefined where nothing stands. */
  kindOf(path: string): "file" | "link" | "folder" | "other" | undefined;
  stateOf(path: string): TrackingState;
  /** Undefined for what is no file, or too large. */
  readBytes(path: string): Buffer | undefined;
  /** Exactly as it is, a byte order mark with it; undefined for what is no UTF-8 text. */
  readText(path: string): string | undefined;
  /** Paths under which the disk has something else. */
  changed(): readonly string[];
  /** Takes a step as done. Steps of kinds that change no file are passed over. */
  apply(step: StepInput): void;
  /** The same tree, on which other steps can be tried. */
  fork(): StagedTree;
}

/** Lines that hold a match, by path. */
export type FoundLines = ReadonlyMap<string, readonly FoundLine[]>;

/** What strategies may ask. */
export interface ResolutionContext {
  readonly tree: StagedTree;
  /** Where the program runs, by the name of its stage where it is one. */
  readonly environment: EnvironmentName;
  /** Variables of the process. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly entries: () => Promise<readonly ConfigEntry[]>;
  readonly history: GitHistory;
  /** Lines of text files that a POSIX extended expression matches, as the disk has them. */
  readonly search: (pattern: string) => Promise<FoundLines>;
  /** The caller's own changes, for `manual`. */
  readonly actions: readonly Change[];
}

/** Plans how one conflict ends; looks at nothing but the context, and changes nothing. */
export type PlanConflict = (conflict: Conflict, context: ResolutionContext) => Promise<Answer>;

/** What a strategy means for a rule. The table in docs/resolution.md is made of these. */
export interface StrategyMeaning {
  readonly rule: string;
  readonly strategy: ResolutionStrategy;
  /** One sentence. */
  readonly does: string;
  readonly plan: PlanConflict;
}
