import type { ResolutionStrategy } from "../../model/conflict.ts";
import type { Change } from "../../model/plan.ts";
import type { PlannedResolution, Resolution } from "../../model/resolution.ts";

/** What a caller says beside the strategy. */
export interface ResolveOptions {
  /** For `manual`: what is to be done. Without it the conflict waits for a person. */
  readonly actions?: readonly Change[];
  /** For `keep_all`: why it may stay. */
  readonly reason?: string;
}

/** Which conflicts are to be resolved in one plan, and how. One of `ids`, `rule` and `byPolicy` has to be there. */
export interface ResolutionRequest extends ResolveOptions {
  /** Ids of conflicts, or beginnings that only one has. */
  readonly ids?: readonly string[];
  /** Every open conflict of this rule. */
  readonly rule?: string;
  /** Every open conflict of a rule for which `resolution` in the project's settings has a strategy. */
  readonly byPolicy?: boolean;
  /** The default of each conflict when left out. */
  readonly strategy?: ResolutionStrategy | (string & {});
}

/** How a resolution is carried out. */
export interface ApplyResolutionOptions {
  /** Changes files too that git tracks and that are not committed. */
  readonly allowDirty?: boolean;
  /** A step that fails does not stop those that do not depend on it; else all is taken back. */
  readonly keepGoing?: boolean;
  /** As the history shall name it; `api` when left out. */
  readonly command?: string;
}

/** Plans that end conflicts, and what was done by them. */
export interface ResolutionMethods {
  /**
   * Plans how a conflict ends and keeps the plan; changes no file. Throws `CONFLICT_NOT_FOUND`, `STRATEGY_UNSUPPORTED`
   * with what is supported, and `STRATEGY_REFUSED` with the reason.
   */
  resolveConflict(
    id: string,
    strategy: ResolutionStrategy | (string & {}),
    options?: ResolveOptions,
  ): Promise<PlannedResolution>;
  /** The same for several conflicts in one plan; those that a strategy refuses are named in `refused`. */
  resolveConflicts(request: ResolutionRequest): Promise<PlannedResolution>;
  /**
   * Carries a resolution out, of another process too, and detects again: what is found no longer is `resolved`. Throws
   * `RESOLUTION_NOT_FOUND`, `PLAN_STALE` and `PLAN_REFUSED`.
   */
  applyResolution(id: string, options?: ApplyResolutionOptions): Promise<Resolution>;
  /** What was planned and done, the latest first. */
  getResolutionHistory(): Promise<readonly Resolution[]>;
}
