import { OrchestraError } from "../model/errors.ts";
import type { JsonObject } from "../model/json.ts";
import type { Execution, PlanStep, StepInput } from "../model/plan.ts";
import { keyCheckOf } from "./contents.ts";
import { executePlan } from "./execute.ts";
import { readCaptured } from "./file-kind.ts";
import { listHistory, readExecution } from "./history.ts";
import { inverseOf, type Effect } from "./effects.ts";
import type { Journal } from "./journal.ts";
import { readPack } from "./pack.ts";
import { describePathState } from "./path-state.ts";
import { placesOf } from "./places.ts";
import { createPlanBuilder, kindOf, type PlanBuilder, type PreparedPlan } from "./plan-builder.ts";
import type { ChangeContext } from "./world.ts";

/** How an execution is taken back. */
export interface UndoOptions {
  /** Puts back what can be, and leaves what was changed since. */
  readonly isPartial?: boolean;
}

/** What taking back did, and what it could not put back. */
export interface UndoResult {
  readonly execution: Execution;
  /** The execution that was taken back. */
  readonly undone: string;
  /** What was left, and why, one sentence each. */
  readonly left: readonly string[];
}

/** A plan that takes an execution back, and what it leaves. */
interface UndoPlan {
  readonly prepared: PreparedPlan;
  readonly left: readonly string[];
}

/**
 * Takes an execution back, the latest that can be when none is named (by its id, the begin of it, or its plan's id).
 * Throws `PLAN_NOT_FOUND` when there is none, `UNDO_REFUSED` that names what was changed since.
 */
export async function undoExecution(
  context: ChangeContext,
  named: string | undefined,
  { isPartial = false }: UndoOptions = {},
): Promise<UndoResult> {
  const journal = chooseExecution(context, named);
  const { executionId } = journal.begin;
  const { prepared, left } = planUndo(context, journal, isPartial);
  const execution = await executePlan(context, prepared, {
    command: "undo",
    allowDirty: true,
    undoes: executionId,
  });
  return { execution, undone: executionId, left };
}

function chooseExecution(context: ChangeContext, named: string | undefined): Journal {
  const entries = listHistory(context);
  const meant = entries.find(({ executionId, planId, isUndoable, command }) =>
    named === undefined
      ? isUndoable && command !== "undo"
      : executionId.startsWith(named) || planId.startsWith(named),
  );
  if (meant === undefined) throw notFound(named);
  if (!meant.isUndoable)
    throw new OrchestraError(
      "UNDO_REFUSED",
      `${meant.executionId} cannot be taken back: ${meant.reason ?? ""}`,
      {
        hint: "`orchestra history` lists what can be.",
      },
    );
  const journal = readExecution(context, meant.executionId);
  if (journal === undefined) throw notFound(named);
  if (journal.begin.keyCheck === keyCheckOf(context)) return journal;
  throw new OrchestraError(
    "UNDO_REFUSED",
    `${meant.executionId} was done by somebody with another home folder`,
    {
      hint: "Take it back as that user: what it replaced is sealed with a key that stands there.",
    },
  );
}

function planUndo(context: ChangeContext, journal: Journal, isPartial: boolean): UndoPlan {
  const { begin } = journal;
  const path = placesOf(context).packOf(begin.executionId);
  const builder = createPlanBuilder(
    context,
    readPack({ platform: context.platform, path, key: context.key }),
  );
  const left: string[] = [];
  const inUse: string[] = [];
  const done = new Set(journal.end?.steps.flatMap(({ id, outcome }) => (outcome === "done" ? [id] : [])));
  try {
    const steps = begin.plan.steps.filter(({ id }) => done.has(id)).toReversed();
    for (const inverse of steps.flatMap((step) => inverseSteps(context, journal, step))) {
      if (isFolderInUse(builder, inverse)) inUse.push(`${inverse.path} holds something else by now`);
      else left.push(...addOrLeave(builder, inverse));
    }
    if (left.length > 0 && !isPartial) throw refused(left);
    return { prepared: builder.finish(`undo ${begin.plan.title}`), left: [...left, ...inUse] };
  } finally {
    builder.close();
  }
}

/** A folder that was made and holds something else by now stays: it harms nobody. */
function isFolderInUse({ view }: PlanBuilder, { path, removesFolder }: InverseStep): boolean {
  return removesFolder && view.hasFolder(path) && !view.isEmpty(path);
}

function addOrLeave(builder: PlanBuilder, step: StepInput): readonly string[] {
  try {
    builder.add({ why: step.why ?? "", change: step.change });
    return [];
  } catch (error) {
    if (!(error instanceof OrchestraError) || error.code !== "PLAN_REFUSED") throw error;
    return [error.message];
  }
}

interface InverseStep extends StepInput {
  readonly path: string;
  readonly removesFolder: boolean;
}

function inverseSteps(context: ChangeContext, { captured }: Journal, step: PlanStep): readonly InverseStep[] {
  const { kind: name, params } = step.change;
  const kept = captured.get(step.id);
  const why = `takes back: ${step.title}`;
  if (kept === undefined) return [];
  if (kindOf(context, name).effects === undefined) {
    const change = { kind: "revert_change", params: { kind: name, params, captured: kept } };
    return [{ why, change, path: "", removesFolder: false }];
  }
  return readCaptured(kept)
    .toReversed()
    .map((effect) => ({
      why,
      change: inverseChange(inverseOf(effect)),
      path: effect.effect === "move" ? effect.to : effect.path,
      removesFolder: effect.effect === "set" && effect.before.kind === "absent",
    }));
}

function inverseChange(effect: Effect): StepInput["change"] {
  if (effect.effect === "move") {
    const { from, to, identity } = effect;
    return { kind: "move_file", params: { from, to, identity: { ...identity } } };
  }
  const { path, before, after } = effect;
  const state: JsonObject = JSON.parse(JSON.stringify(after));
  return { kind: "restore_path", params: { path, expected: describePathState(before), state } };
}

function notFound(named: string | undefined): OrchestraError {
  const message =
    named === undefined
      ? "nothing was changed that could be taken back"
      : `no change has the id ${JSON.stringify(named.slice(0, 80))}`;
  return new OrchestraError("PLAN_NOT_FOUND", message, {
    hint: "`orchestra history` lists what was changed.",
  });
}

function refused(left: readonly string[]): OrchestraError {
  const named = left.slice(0, 10).join("; ");
  const more = left.length > 10 ? ` and ${left.length - 10} more` : "";
  return new OrchestraError("UNDO_REFUSED", `${named}${more}; nothing was touched`, {
    hint: "`orchestra undo --partial` puts back the rest and leaves those as they are.",
  });
}
