import { toJSONSchema, type z } from "zod";
import type { JsonValue } from "../../model/json.ts";
import { isZodSchema } from "./is-zod-schema.ts";
import { nearestFault, readingsOf, type RuleFault } from "./types.ts";

/** One key of a Zod object: nested objects are joined by dots. */
interface ZodKey {
  readonly key: string;
  readonly isRequired: boolean;
  readonly check: (value: JsonValue) => RuleFault | undefined;
}

/** The keys that an object schema names, at whatever depth; none for a schema of another kind. */
export function zodKeys(schema: z.ZodType, prefix = ""): readonly ZodKey[] {
  return Object.entries(shapeOf(schema)).flatMap(([name, property]) => {
    const key = prefix === "" ? name : `${prefix}.${name}`;
    if (Object.keys(shapeOf(property)).length > 0) return zodKeys(property, key);
    const isRequired = !property.safeParse(undefined).success;
    return [{ key, isRequired, check: (value: JsonValue) => checkValue(property, value) }];
  });
}

/** The same as JSON Schema; parts that it cannot say are left open. */
export function zodToJsonSchema(schema: z.ZodType): object {
  return toJSONSchema(schema, { unrepresentable: "any", io: "input" });
}

function shapeOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> {
  if (!("shape" in schema) || typeof schema.shape !== "object" || schema.shape === null) return {};
  return Object.fromEntries(
    Object.entries(schema.shape).filter((entry): entry is [string, z.ZodType] => isZodMember(entry[1])),
  );
}

function isZodMember(value: unknown): boolean {
  return typeof value === "object" && value !== null && isZodSchema(value);
}

const RULES: Readonly<Record<string, RuleFault["rule"] | undefined>> = {
  invalid_type: "type_mismatch",
  invalid_format: "format_mismatch",
  invalid_value: "not_allowed",
  too_small: "out_of_range",
  too_big: "out_of_range",
  not_multiple_of: "out_of_range",
};

function checkValue(schema: z.ZodType, value: JsonValue): RuleFault | undefined {
  const faults = readingsOf(value).map((reading) => {
    const checked = schema.safeParse(reading);
    if (checked.success) return undefined;
    const [issue] = checked.error.issues;
    const message = issue?.message ?? "it is not what the schema asks for";
    return { rule: RULES[issue?.code ?? ""] ?? ("check_failed" as const), message: `is refused: ${message}` };
  });
  return nearestFault(faults);
}
