import type { z } from "zod";

/** True for what Zod 4 makes, of whichever copy of the package. */
export function isZodSchema(value: object): value is z.ZodType {
  return "_zod" in value && "safeParse" in value && typeof value.safeParse === "function";
}
