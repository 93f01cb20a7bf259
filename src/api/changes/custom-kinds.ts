import { z } from "zod";
import type { ChangeKind, RunningStep } from "../../changes/kind.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { JsonValue } from "../../model/json.ts";
import type { CustomChangeContext, CustomChangeKind, ProjectConfig } from "../../model/project-config.ts";

const jsonSchema: z.ZodType<JsonValue> = z.json();

/** The kinds of change that the project's settings add. */
export function createCustomKinds(config: ProjectConfig, root: string): readonly ChangeKind[] {
  return config.changeKinds.map((custom) => createCustomKind(custom, root));
}

function createCustomKind(custom: CustomChangeKind, root: string): ChangeKind {
  const { kind } = custom;
  const about = ({ params }: Pick<RunningStep, "params">): CustomChangeContext => ({ root, params });
  return {
    kind,
    seal: (params) => params,
    describe: (params) => {
      const text = custom.describe?.({ root, params });
      return typeof text === "string" ? text : kind;
    },
    precheck: async (step) => {
      const fault = await guard(kind, () => custom.precheck?.(about(step)));
      if (typeof fault === "string") throw new OrchestraError("PLAN_REFUSED", `${kind}: ${fault}`);
    },
    capture: async (step) =>
      jsonSchema.parse((await guard(kind, () => custom.capture?.(about(step)))) ?? null),
    apply: async (step, captured) => {
      await guard(kind, () => custom.apply({ ...about(step), captured }));
    },
    verify: async (step, captured) => {
      const fault = await guard(kind, () => custom.verify?.({ ...about(step), captured }));
      if (typeof fault === "string") throw new OrchestraError("CHANGE_FAILED", `${kind}: ${fault}`);
    },
    revert: async (step, captured) => {
      await guard(kind, () => custom.revert({ ...about(step), captured }));
    },
  };
}

/** What a function of the settings throws is that change's failure, with its reason kept. */
async function guard(kind: string, work: () => unknown): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OrchestraError("CHANGE_FAILED", `${kind}: ${reason}`, { cause: error });
  }
}
