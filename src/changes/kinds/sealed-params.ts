import { z } from "zod";
import { OrchestraError } from "../../model/errors.ts";
import type { JsonObject } from "../../model/json.ts";
import type { Contents } from "../contents.ts";
import type { World } from "../world.ts";

const sealedSchema = z.strictObject({ object: z.string() });

const paramsSchema: z.ZodType<JsonObject> = z.record(z.string(), z.json());

/** Keeps what may be a secret out of the plan: the params become the id of their text. */
export function sealParams(params: JsonObject, contents: Contents): JsonObject {
  if (sealedSchema.safeParse(params).success) return params;
  return { object: contents.remember(Buffer.from(JSON.stringify(params), "utf8")) };
}

/** The params as they were written. Throws `PLAN_INVALID` when they are not kept any more. */
export function openParams(params: JsonObject, contents: Contents): JsonObject {
  const { object } = sealedSchema.parse(params);
  const bytes = contents.find(object);
  if (bytes !== undefined) return paramsSchema.parse(JSON.parse(bytes.toString("utf8")));
  throw new OrchestraError("PLAN_INVALID", "what a step was to do is not kept any more", {
    hint: "Make the plan again.",
  });
}

/** Makes the params durable with the plan's journal. */
export function keepParams(params: JsonObject, world: Pick<World, "keep">): void {
  world.keep(sealedSchema.parse(params).object);
}
