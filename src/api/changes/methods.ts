import type { PreparedPlan } from "../../changes/plan-builder.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { Plan } from "../../model/plan.ts";
import type { Session } from "../session.ts";
import type { ChangeMethods } from "./types.ts";

/** The methods of an `Orchestra` that change the user's files; what they need is loaded when the first is called. */
export function changeMethods(session: Session): ChangeMethods {
  const plans = new WeakMap<Plan, PreparedPlan>();
  return {
    planChanges: async (steps, { title = "change files" } = {}) => {
      const { planSteps, renderDiff } = await import("./apply.ts");
      const prepared = await planSteps(session, steps, { title });
      plans.set(prepared.plan, prepared);
      return { plan: prepared.plan, diff: await renderDiff(session, prepared) };
    },
    applyPlan: async (plan, { command = "api", ...options } = {}) => {
      const { applyPrepared } = await import("./apply.ts");
      const prepared = plans.get(plan);
      if (prepared === undefined) throw unknownPlan();
      return applyPrepared(session, prepared, { ...options, command });
    },
    undo: async (id, options) => {
      const { undo } = await import("./apply.ts");
      return undo(session, id, options);
    },
    history: async () => {
      const { history } = await import("./apply.ts");
      return history(session);
    },
    recover: async () => {
      const { recover } = await import("./apply.ts");
      return recover(session, { isAsked: true });
    },
    changeKinds: async () => {
      const { createChangeContext } = await import("./context.ts");
      return [...(await createChangeContext(session)).kinds.keys()];
    },
  };
}

function unknownPlan(): OrchestraError {
  return new OrchestraError("PLAN_INVALID", "the plan was not made by this `Orchestra`", {
    hint: "Give it the very plan that `planChanges` gave.",
  });
}
