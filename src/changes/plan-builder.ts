import { OrchestraError } from "../model/errors.ts";
import type { Plan, PlanStep, StepInput } from "../model/plan.ts";
import { createContents, type Contents } from "./contents.ts";
import type { Effect } from "./effects.ts";
import type { ChangeKind } from "./kind.ts";
import { describePathState } from "./path-state.ts";
import { openTree } from "./tree.ts";
import { createView, type View } from "./view.ts";
import type { ChangeContext } from "./world.ts";

/** A plan with what it needs that is no part of it: contents, and what it will do. */
export interface PreparedPlan {
  readonly plan: Plan;
  readonly contents: Contents;
  /** Of all steps, in order. */
  readonly effects: readonly Effect[];
}

/** Makes a plan step by step; each one sees the tree as the ones before it leave it. Writes nothing. */
export interface PlanBuilder {
  /** The tree after the steps so far. */
  readonly view: View;
  /** Adds a step; gives its id. Throws `PLAN_INVALID` and `PLAN_REFUSED`; the step is not added then. */
  add(step: StepInput): string;
  /** The plan of all steps. */
  finish(title: string): PreparedPlan;
  /** Lets go of the folders that were held. */
  close(): void;
}

/** Begins a plan. `others` finds contents that earlier runs kept. */
export function createPlanBuilder(
  context: ChangeContext,
  others?: (id: string) => Buffer | undefined,
): PlanBuilder {
  const { platform, root, key } = context;
  const contents = createContents(platform, key, others);
  const tree = openTree({ platform, root, contents });
  const view = createView(tree, contents);
  const steps: PlanStep[] = [];
  const effects: Effect[] = [];
  return {
    view,
    add: (input) => {
      const kind = kindOf(context, input.change.kind);
      const step = completeStep(input, { kind, contents, known: steps });
      const found = kind.effects?.(step.change.params, view) ?? [];
      for (const effect of found) view.add(effect);
      steps.push(step);
      effects.push(...found);
      return step.id;
    },
    finish: (title) => ({ plan: toPlan(context, { title, steps, view }), contents, effects }),
    close: () => tree.close(),
  };
}

/** Makes a plan of all steps at once. */
export function preparePlan(
  context: ChangeContext,
  steps: readonly StepInput[],
  title: string,
): PreparedPlan {
  const builder = createPlanBuilder(context);
  try {
    for (const step of steps) builder.add(step);
    return builder.finish(title);
  } finally {
    builder.close();
  }
}

/** Throws `PLAN_INVALID` that lists the kinds that there are. */
export function kindOf({ kinds }: Pick<ChangeContext, "kinds">, name: string): ChangeKind {
  const kind = kinds.get(name);
  if (kind !== undefined) return kind;
  throw new OrchestraError("PLAN_INVALID", `no kind of change is called ${JSON.stringify(name)}`, {
    hint: `There are: ${[...kinds.keys()].join(", ")}.`,
  });
}

interface Completing {
  readonly kind: ChangeKind;
  readonly contents: Contents;
  readonly known: readonly PlanStep[];
}

function completeStep(input: StepInput, { kind, contents, known }: Completing): PlanStep {
  const { change, why = "", dependsOn = [] } = input;
  const id = input.id ?? `s${known.length + 1}`;
  if (known.some((step) => step.id === id)) throw invalid(id, "has the id of another step");
  const missing = dependsOn.find((name) => !known.some((step) => step.id === name));
  if (missing !== undefined) throw invalid(id, `depends on ${missing}, which is no earlier step`);
  const params = kind.seal(change.params, contents);
  const title = input.title ?? kind.describe(params);
  return { id, title, why, dependsOn, change: { kind: change.kind, params } };
}

interface Planned {
  readonly title: string;
  readonly steps: readonly PlanStep[];
  readonly view: View;
}

function toPlan({ platform }: ChangeContext, { title, steps, view }: Planned): Plan {
  const inputs = view.inputs().map(({ path, state }) => ({
    path,
    state: describePathState(state),
    after: describePathState(view.glance(path)),
  }));
  const baseFingerprint = platform.hash.sha256(JSON.stringify(inputs));
  const id = platform.hash.sha256(JSON.stringify([title, baseFingerprint, steps])).slice(0, 16);
  return { schemaVersion: 1, id, title, baseFingerprint, inputs, steps };
}

function invalid(id: string, why: string): OrchestraError {
  return new OrchestraError("PLAN_INVALID", `step ${id} ${why}`, {
    hint: "Steps are done in the order in which they stand.",
  });
}
