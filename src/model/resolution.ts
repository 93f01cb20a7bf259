import { z } from "zod";
import { RESOLUTION_STRATEGIES, type ResolutionStrategy } from "./conflict.ts";
import { planSchema, type Plan } from "./plan.ts";

/**
 * How far a resolution came. `planned`: nothing is done yet; `resolved`: a new detection no longer finds the conflict;
 * `partial`: done, and some of it is still found; `failed`: begun and taken back; `manual`: waits for a person;
 * `ignored`: accepted as it is.
 */
export const RESOLUTION_STATUSES = ["planned", "resolved", "partial", "failed", "manual", "ignored"] as const;

export type ResolutionStatus = (typeof RESOLUTION_STATUSES)[number];

/** One conflict of a resolution. */
export interface ResolvedConflict {
  readonly conflictId: string;
  readonly rule: string;
  readonly strategy: ResolutionStrategy;
  readonly status: ResolutionStatus;
  /** Why it is accepted, or what came of it; never a value. */
  readonly reason?: string;
  /** Steps of the plan that are about it. */
  readonly steps: readonly string[];
}

/** A conflict that a strategy leaves alone, and why. */
export interface RefusedConflict {
  readonly conflictId: string;
  readonly rule: string;
  readonly strategy: ResolutionStrategy;
  readonly reason: string;
}

/** One plan for one conflict or for several, and what became of it. It is kept in `.orchestra/resolutions/`. */
export interface Resolution {
  /** Sorts by time. */
  readonly resolutionId: string;
  /** The first of `conflicts`: all that there is, unless several were resolved at once. */
  readonly conflictId: string;
  readonly strategy: ResolutionStrategy;
  readonly status: ResolutionStatus;
  readonly conflicts: readonly ResolvedConflict[];
  /** Asked for as well, and left out of the plan. */
  readonly refused: readonly RefusedConflict[];
  /** Absent where no file is changed. Texts are no part of it. */
  readonly plan?: Plan;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly appliedAt?: string;
  /** Under which `history` lists what was done and `undo` takes it back. */
  readonly executionId?: string;
  /** Conflicts that were not known before and are there afterwards. */
  readonly newConflicts?: readonly string[];
}

/** A resolution that was just planned. */
export interface PlannedResolution extends Resolution {
  /** What it does to files, as a unified diff; secrets are hidden in it. */
  readonly diff: string;
}

const conflictSchema = z.object({
  conflictId: z.string(),
  rule: z.string(),
  strategy: z.enum(RESOLUTION_STRATEGIES),
});

/** A resolution as it was kept. */
export const resolutionSchema: z.ZodType<Resolution> = z.object({
  resolutionId: z.string(),
  conflictId: z.string(),
  strategy: z.enum(RESOLUTION_STRATEGIES),
  status: z.enum(RESOLUTION_STATUSES),
  conflicts: z.array(
    conflictSchema.extend({
      status: z.enum(RESOLUTION_STATUSES),
      reason: z.string().exactOptional(),
      steps: z.array(z.string()),
    }),
  ),
  refused: z.array(conflictSchema.extend({ reason: z.string() })),
  plan: planSchema.exactOptional(),
  createdAt: z.string(),
  appliedAt: z.string().exactOptional(),
  executionId: z.string().exactOptional(),
  newConflicts: z.array(z.string()).exactOptional(),
});
