import { isAbsolute, relative, resolve, sep } from "node:path";
import type { Conflict, ResolutionStrategy } from "../../model/conflict.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { PlannedResolution, Resolution } from "../../model/resolution.ts";
import type { ApplyResolutionOptions, ResolveOptions } from "../resolution/types.ts";
import type { Orchestra } from "../types.ts";
import type { ConflictFilter, DetectOptions } from "./types.ts";

/** Which conflict is to be resolved, and how: `{conflictId, strategy: "delete_duplicate"}`. */
export interface ConflictToResolve extends ResolveOptions {
  readonly conflictId: string;
  readonly strategy: ResolutionStrategy | (string & {});
}

/** The guide's conflict resolver: the same conflicts as the API's, under the guide's names. */
export interface ConflictResolver {
  /** What contradicts what now, in the whole project or in what touches a folder of it. Throws `USAGE` for one outside. */
  detectConflicts(dir?: string, options?: Omit<DetectOptions, "folder">): Promise<readonly Conflict[]>;
  /** What is known, without looking again. */
  getAllConflicts(filter?: ConflictFilter): Promise<readonly Conflict[]>;
  getConflict(id: string): Promise<Conflict | undefined>;
  ignoreConflict(id: string, reason: string): Promise<Conflict>;
  /**
   * Plans how a conflict ends; changes no file. Throws `CONFLICT_NOT_FOUND`, `STRATEGY_UNSUPPORTED` and
   * `STRATEGY_REFUSED`: `conflict.strategies` says what can be done about it.
   */
  resolveConflict(conflict: ConflictToResolve): Promise<PlannedResolution>;
  /** Carries a resolution out, and detects again. */
  applyResolution(resolutionId: string, options?: ApplyResolutionOptions): Promise<Resolution>;
  /** What was planned and done, the latest first. */
  getResolutionHistory(): Promise<readonly Resolution[]>;
}

/** Gives an `Orchestra` the guide's resolver. */
export function createConflictResolver(orchestra: Orchestra): ConflictResolver {
  return {
    detectConflicts: (dir, options = {}) =>
      orchestra.detectConflicts({
        ...options,
        ...(dir === undefined ? {} : { folder: inside(orchestra, dir) }),
      }),
    getAllConflicts: (filter) => orchestra.getAllConflicts(filter),
    getConflict: (id) => orchestra.getConflict(id),
    ignoreConflict: (id, reason) => orchestra.ignoreConflict(id, reason),
    resolveConflict: ({ conflictId, strategy, ...options }) =>
      orchestra.resolveConflict(conflictId, strategy, options),
    applyResolution: (resolutionId, options) => orchestra.applyResolution(resolutionId, options),
    getResolutionHistory: () => orchestra.getResolutionHistory(),
  };
}

function inside({ root }: Orchestra, dir: string): string {
  const path = relative(root, resolve(root, dir)).split(sep).join("/");
  if (path === ".." || path.startsWith("../") || isAbsolute(path)) {
    throw new OrchestraError("USAGE", `${dir} is not in ${root}`, {
      hint: "A folder of the project; another project has its own `createOrchestra({root})`.",
    });
  }
  return path === "" ? "." : path;
}
