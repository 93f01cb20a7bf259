import { z } from "zod";
import type { JsonObject } from "./json.ts";

/** The kinds of change that come with `orchestra`; a project's settings may add others. */
export const CHANGE_KINDS = [
  "write_file",
  "edit_file",
  "delete_file",
  "move_file",
  "make_directory",
  "set_config",
  "register_resource",
  "run_check",
] as const;

export type ChangeKindName = (typeof CHANGE_KINDS)[number] | (string & {});

/** One thing that is done, as data: what it means is up to its kind. */
export interface Change {
  readonly kind: ChangeKindName;
  readonly params: JsonObject;
}

/** A change with its place in a plan. */
export interface PlanStep {
  /** Unlike any other of the plan. */
  readonly id: string;
  /** What it does, in one sentence without any value. */
  readonly title: string;
  /** Why it is done. */
  readonly why: string;
  /** Ids of steps without which it makes no sense. */
  readonly dependsOn: readonly string[];
  readonly change: Change;
}

/** A path that the plan was made for: how it stood then, and how it will stand. */
export interface PlanInput {
  /** Relative to the root. */
  readonly path: string;
  /** Kind, mode in octal, id of the content: `absent`, `file 644 5f…`; without an id where nobody read the file. */
  readonly state: string;
  /** The same when all is done. */
  readonly after: string;
}

/** What is to be done, in order; nothing in it is a line for a shell, nor the content of a file. */
export interface Plan {
  readonly schemaVersion: 1;
  /** Made of all that it holds: the same plan has the same id. */
  readonly id: string;
  /** One line for a person: `resolve duplicate_file-1a2b3c4d`. */
  readonly title: string;
  /** Of all inputs together. */
  readonly baseFingerprint: string;
  readonly inputs: readonly PlanInput[];
  readonly steps: readonly PlanStep[];
}

/** A step before it is part of a plan: its texts may stand in it, and what it is for may be left out. */
export interface StepInput {
  readonly id?: string;
  readonly title?: string;
  readonly why?: string;
  readonly dependsOn?: readonly string[];
  readonly change: Change;
}

/** How a step ended: `not_run` is one whose dependency failed, or that came after a failure. */
export const STEP_OUTCOMES = ["done", "unchanged", "failed", "not_run", "reverted"] as const;

export type StepOutcome = (typeof STEP_OUTCOMES)[number];

/** `done`: all of it; `unchanged`: it had been done before; `partial`: some steps failed and were passed over, as asked. */
export const PLAN_OUTCOMES = ["done", "unchanged", "partial", "reverted"] as const;

export type PlanOutcome = (typeof PLAN_OUTCOMES)[number];

/** What became of a step. */
export interface StepReport {
  readonly id: string;
  readonly title: string;
  readonly outcome: StepOutcome;
  /** Why it failed or was not run. */
  readonly reason?: string;
}

/** What became of a plan. */
export interface Execution {
  /** Under which `history` lists it and `undo` takes it back; absent where nothing was changed. */
  readonly executionId?: string;
  readonly planId: string;
  readonly outcome: PlanOutcome;
  readonly steps: readonly StepReport[];
}

const stepSchema: z.ZodType<PlanStep> = z.object({
  id: z.string().min(1),
  title: z.string(),
  why: z.string(),
  dependsOn: z.array(z.string()),
  change: z.object({ kind: z.string().min(1), params: z.record(z.string(), z.json()) }),
});

/** A plan as it was kept. */
export const planSchema: z.ZodType<Plan> = z.object({
  schemaVersion: z.literal(1),
  id: z.string().min(1),
  title: z.string(),
  baseFingerprint: z.string(),
  inputs: z.array(z.object({ path: z.string(), state: z.string(), after: z.string() })),
  steps: z.array(stepSchema),
});

/** One entry of `orchestra history`. */
export interface HistoryEntry {
  readonly executionId: string;
  readonly planId: string;
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** As it was called: `conflicts resolve`. */
  readonly command: string;
  readonly outcome: PlanOutcome;
  /** Paths that it changed, sorted. */
  readonly paths: readonly string[];
  readonly isUndoable: boolean;
  /** Of one that cannot be undone: why. */
  readonly reason?: string;
  /** The execution that took it back. */
  readonly undoneBy?: string;
}
