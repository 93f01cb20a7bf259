import { OrchestraError } from "../model/errors.ts";
import type { Execution, PlanOutcome, PlanStep, StepReport } from "../model/plan.ts";
import { toTimestamp } from "../model/time.ts";
import { checkDirty } from "./check-dirty.ts";
import { checkInputs } from "./check-inputs.ts";
import { createContents, keyCheckOf } from "./contents.ts";
import { readOwnStates } from "./history.ts";
import { openJournal, type JournalWriter } from "./journal.ts";
import { placesOf } from "./places.ts";
import { kindOf, type PreparedPlan } from "./plan-builder.ts";
import { pruneKept } from "./prune.ts";
import { settleInterrupted } from "./recover.ts";
import { emptyStaging, openRun, runningStep, type KnownStep, type Run } from "./run.ts";
import { runSteps, type RunState } from "./run-steps.ts";
import { createView } from "./view.ts";
import type { ChangeContext } from "./world.ts";

/** How a plan is carried out. */
export interface ExecuteOptions {
  /** As it was called, for the history: `conflicts resolve`. */
  readonly command: string;
  /** A step that fails does not stop those that do not depend on it. */
  readonly keepGoing?: boolean;
  /** Changes tracked files too that differ from what git has. */
  readonly allowDirty?: boolean;
  /** The execution that this one takes back. */
  readonly undoes?: string;
}

/**
 * Carries a plan out, whole or not at all (with `keepGoing` step by step), under a journal that outlives a kill.
 * Throws `PLAN_STALE` when the tree is not what the plan was made for, `PLAN_REFUSED` when it cannot be done,
 * `CHANGE_FAILED` when it was begun, failed and was taken back, `RECOVERY_NEEDED` when an earlier one has to be
 * finished first, or this one could not be taken back.
 */
export async function executePlan(
  context: ChangeContext,
  { plan, contents: given }: Pick<PreparedPlan, "plan" | "contents">,
  options: ExecuteOptions,
): Promise<Execution> {
  return context.withLock(async () => {
    await settleInterrupted(context, { isAsked: false });
    const executionId = nameExecution(context, plan.id);
    const contents = createContents(context.platform, context.key, (id) => given.find(id));
    const run = openRun(context, contents, executionId);
    try {
      const view = createView(run.tree, contents, run.world.stats);
      const isFilesOnly = plan.steps.every(
        ({ change }) => kindOf(context, change.kind).effects !== undefined,
      );
      const check = checkInputs(plan.inputs, view, { isFilesOnly });
      if (check.found === "stale") throw stale(check.paths);
      if (check.found === "already_done") return unchanged(plan.id, plan.steps);
      const steps = planSteps(run, plan.steps, view);
      if (options.allowDirty !== true) {
        const effects = steps.flatMap(({ running }) => running.effects);
        await checkDirty(context, { effects, own: () => readOwnStates(context) });
      }
      for (const { kind, running } of steps) await kind.precheck(running);
      return await carryOut(run, { plan, steps, executionId, options });
    } finally {
      run.close();
    }
  });
}

interface CarryOut extends Pick<PreparedPlan, "plan"> {
  readonly steps: readonly KnownStep[];
  readonly executionId: string;
  readonly options: ExecuteOptions;
}

async function carryOut(run: Run, { plan, steps, executionId, options }: CarryOut): Promise<Execution> {
  const { context, world } = run;
  const { platform } = context;
  const places = placesOf(context);
  emptyStaging(world.staging);
  const journal = openJournal(platform, places.journal);
  try {
    journal.write({
      record: "begin",
      version: 1,
      executionId,
      at: toTimestamp(platform.clock.now()),
      command: options.command,
      ...(options.undoes === undefined ? {} : { undoes: options.undoes }),
      keyCheck: keyCheckOf(context),
      plan,
    });
    const state = await runSteps(run, { steps, journal, keepGoing: options.keepGoing === true });
    return end(run, { state, journal, executionId, planId: plan.id });
  } finally {
    journal.close();
  }
}

interface Ending {
  readonly state: RunState;
  readonly journal: JournalWriter;
  readonly executionId: string;
  readonly planId: string;
}

/** The last line decides: with it everything is done, without it everything is taken back. */
function end(run: Run, { state, journal, executionId, planId }: Ending): Execution {
  const { platform } = run.context;
  const { steps, failure } = state;
  const outcome = outcomeOf(steps, failure);
  const places = placesOf(run.context);
  if (failure === undefined) {
    tolerate(() => {
      platform.files.rename(places.journal, places.historyOf(executionId));
      emptyStaging(run.world.staging);
      pruneKept(run.context);
    });
    return { executionId, planId, outcome, steps };
  }
  tolerate(() => {
    journal.write({ record: "end", at: toTimestamp(platform.clock.now()), outcome: "reverted", steps });
    platform.files.rename(places.journal, places.historyOf(executionId));
    emptyStaging(run.world.staging);
  });
  throw failure;
}

/** What is decided stays, whatever happens to the tidying up: the next run does the rest. */
function tolerate(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof OrchestraError)) throw error;
  }
}

function outcomeOf(steps: readonly StepReport[], failure: unknown): PlanOutcome {
  if (failure !== undefined) return "reverted";
  return steps.every(({ outcome }) => outcome === "done") ? "done" : "partial";
}

function planSteps(run: Run, steps: readonly PlanStep[], view: ReturnType<typeof createView>) {
  return steps.map((step, index): KnownStep => {
    const kind = kindOf(run.context, step.change.kind);
    const effects = kind.effects?.(step.change.params, view) ?? [];
    for (const effect of effects) view.add(effect);
    return { step, kind, running: runningStep(run.world, { step, index, effects }) };
  });
}

function unchanged(planId: string, steps: readonly PlanStep[]): Execution {
  const reports = steps.map(({ id, title }): StepReport => ({ id, title, outcome: "unchanged" }));
  return { planId, outcome: "unchanged", steps: reports };
}

/** Sorts by time, and is no other's. */
function nameExecution({ platform }: ChangeContext, planId: string): string {
  const at = toTimestamp(platform.clock.now()).replaceAll(/[-:]/g, "").replace(".", "-").replace("Z", "");
  return `${at}-${planId.slice(0, 8)}-${platform.random.hex(4)}`;
}

function stale(paths: readonly string[]): OrchestraError {
  const named = paths.slice(0, 10).join(", ");
  const more = paths.length > 10 ? ` and ${paths.length - 10} more` : "";
  const [file] = paths;
  return new OrchestraError(
    "PLAN_STALE",
    `changed since the plan was made: ${named}${more}; nothing was touched`,
    {
      ...(file === undefined ? {} : { file }),
      hint: "Make the plan again.",
    },
  );
}
