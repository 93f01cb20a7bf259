import { z } from "zod";
import { parseParams } from "../file-kind.ts";
import type { ChangeKind } from "../kind.ts";
import { keepParams, openParams, sealParams } from "./sealed-params.ts";

const schema = z.strictObject({ resource: z.record(z.string(), z.json()) });

/** A resource that is kept until it is unregistered, as `orchestra resources register` does. */
export const registerResource: ChangeKind = {
  kind: "register_resource",
  seal: (params, contents) => {
    if (params["object"] === undefined) parseParams("register_resource", schema, params);
    return sealParams(params, contents);
  },
  describe: () => "register a resource",
  precheck: () => undefined,
  capture: ({ params, world }) => {
    keepParams(params, world);
    return world.context.services.captureResource(openParams(params, world.contents));
  },
  apply: async ({ params, world }) => {
    await world.context.services.registerResource(openParams(params, world.contents));
  },
  verify: () => undefined,
  revert: (step, captured) => step.world.context.services.restoreResource(captured),
};
