import { z } from "zod";
import { OrchestraError } from "../../model/errors.ts";
import type { JsonValue } from "../../model/json.ts";
import { parseParams } from "../file-kind.ts";
import type { ChangeKind, RunningStep } from "../kind.ts";
import { openCapture } from "../sealed-capture.ts";

const schema = z.strictObject({
  kind: z.string(),
  params: z.record(z.string(), z.json()),
  captured: z.json(),
});

/** Takes back a step of a kind that is not about files. */
export const revertChange: ChangeKind = {
  kind: "revert_change",
  seal: (params) => params,
  describe: (params) => `take back a ${parseParams("revert_change", schema, params).kind}`,
  precheck: () => undefined,
  capture: (step) => {
    const { kind, inner } = innerOf(step);
    return kind.capture(inner);
  },
  apply: (step) => {
    const { kind, inner, captured } = innerOf(step);
    return kind.revert(inner, openCapture(kind, captured, step.world));
  },
  verify: () => undefined,
  revert: (step, captured) => {
    const { kind, inner } = innerOf(step);
    return kind.revert(inner, captured);
  },
};

function innerOf(step: RunningStep): {
  readonly kind: ChangeKind;
  readonly inner: RunningStep;
  readonly captured: JsonValue;
} {
  const { kind: name, params, captured } = parseParams("revert_change", schema, step.params);
  const kind = step.world.context.kinds.get(name);
  if (kind !== undefined) return { kind, inner: { ...step, params }, captured };
  throw new OrchestraError("PLAN_REFUSED", `no kind of change is called ${JSON.stringify(name)} any more`, {
    hint: "It came from the project's own settings.",
  });
}
