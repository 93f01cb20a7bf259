import { z } from "zod";
import { OrchestraError } from "../model/errors.ts";
import type { JsonValue } from "../model/json.ts";
import type { ChangeKind } from "./kind.ts";
import type { World } from "./world.ts";

const sealedSchema = z.object({ object: z.string() });

/** What a journal holds of a capture: effects as they are, anything else by the id of its sealed text. */
export function sealCapture(kind: ChangeKind, captured: JsonValue, world: World): JsonValue {
  if (kind.effects !== undefined) return captured;
  const object = world.contents.remember(Buffer.from(JSON.stringify(captured), "utf8"));
  world.keep(object);
  return { object };
}

/** The capture that a journal holds. Throws `CHANGE_FAILED` when it is not kept any more. */
export function openCapture(kind: ChangeKind, kept: JsonValue, world: World): JsonValue {
  if (kind.effects !== undefined) return kept;
  const bytes = world.contents.find(sealedSchema.parse(kept).object);
  if (bytes !== undefined) return z.json().parse(JSON.parse(bytes.toString("utf8")));
  throw new OrchestraError("CHANGE_FAILED", `what a ${kind.kind} replaced is not kept any more`, {
    hint: "It was kept under another home folder, or let go by age.",
  });
}
