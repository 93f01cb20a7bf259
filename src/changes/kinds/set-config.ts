import { z } from "zod";
import { parseParams } from "../file-kind.ts";
import type { ChangeKind } from "../kind.ts";
import { keepParams, openParams, sealParams } from "./sealed-params.ts";

const schema = z.strictObject({
  key: z.string().min(1),
  value: z.json(),
  environment: z.string().min(1).exactOptional(),
  scope: z.string().min(1).exactOptional(),
  priority: z.union([z.string(), z.int()]).exactOptional(),
});

/** A value above all files, as `orchestra config set` keeps it. */
export const setConfig: ChangeKind = {
  kind: "set_config",
  seal: (params, contents) => {
    if (params["object"] === undefined) parseParams("set_config", schema, params);
    return sealParams(params, contents);
  },
  describe: () => "set a value of the configuration",
  precheck: () => undefined,
  capture: ({ params, world }) => {
    const opened = openParams(params, world.contents);
    keepParams(params, world);
    return world.context.services.captureConfig(opened);
  },
  apply: async ({ params, world }) => {
    await world.context.services.setConfig(openParams(params, world.contents));
  },
  verify: () => undefined,
  revert: (step, captured) => step.world.context.services.restoreConfig(captured),
};
