import type { Ajv2020, ErrorObject } from "ajv/dist/2020.js";
import type { JsonValue } from "../../model/json.ts";
import type { Patterns } from "../../platform/types.ts";
import { nearestFault, readingsOf, type RuleFault } from "./types.ts";

/** How long a pattern of a schema may take; the schema may have come with a repository. */
const PATTERN_TIMEOUT_MS = 200;

/** One key of a JSON Schema: nested objects are joined by dots. */
export interface SchemaKey {
  readonly key: string;
  /** Steps to it in the schema. */
  readonly path: readonly string[];
  readonly schema: object | boolean;
  readonly isRequired: boolean;
}

/** The keys that a schema's `properties` name, at whatever depth. */
export function schemaKeys(schema: object, path: readonly string[] = [], prefix = ""): readonly SchemaKey[] {
  const required = listOfTexts(member(schema, "required"));
  return Object.entries(objectOf(member(schema, "properties"))).flatMap(([name, property]) => {
    const key = prefix === "" ? name : `${prefix}.${name}`;
    const steps = [...path, "properties", name];
    if (typeof property !== "object" && typeof property !== "boolean") return [];
    const inner = typeof property === "object" && property !== null ? property : {};
    if (member(inner, "properties") !== undefined) return schemaKeys(inner, steps, key);
    return [{ key, path: steps, schema: property ?? {}, isRequired: required.includes(name) }];
  });
}

/** True where a property says of itself that it is secret. */
export function isSensitiveSchema(schema: object | boolean): boolean {
  if (typeof schema === "boolean") return false;
  return (
    member(schema, "sensitive") === true ||
    member(schema, "writeOnly") === true ||
    member(schema, "format") === "password"
  );
}

/** Checks one value against one property of a schema. */
export type PropertyCheck = (value: JsonValue) => RuleFault | undefined;

/** Makes a check for each property. Throws what `ajv` throws for a schema that is none. */
export async function createSchemaChecks(
  root: object,
  patterns: Patterns,
): Promise<(path: readonly string[]) => PropertyCheck> {
  const ajv = await createAjv(patterns);
  ajv.addSchema({ ...root, $id: "orchestra:configuration" });
  return (path) => {
    const pointer = path.map((step) => encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1")));
    const validate = ajv.compile({ $ref: `orchestra:configuration#/${pointer.join("/")}` });
    return (value) => {
      const faults = readingsOf(value).map((reading) =>
        validate(reading) ? undefined : clearest(validate.errors ?? []),
      );
      return nearestFault(faults);
    };
  };
}

async function createAjv(patterns: Patterns): Promise<Ajv2020> {
  const [{ Ajv2020: Ajv }, { default: formats }] = await Promise.all([
    import("ajv/dist/2020.js"),
    import("ajv-formats"),
  ]);
  const guarded = (pattern: string) => ({
    test: (text: string) => patterns.match(pattern, text, PATTERN_TIMEOUT_MS) !== undefined,
  });
  const ajv = new Ajv({
    strict: false,
    validateSchema: false,
    code: { regExp: Object.assign(guarded, { code: "new RegExp" }) },
  });
  formats.default(ajv);
  return ajv;
}

const RULES: Readonly<Record<string, RuleFault["rule"] | undefined>> = {
  type: "type_mismatch",
  format: "format_mismatch",
  pattern: "format_mismatch",
  enum: "not_allowed",
  const: "not_allowed",
  minimum: "out_of_range",
  maximum: "out_of_range",
  exclusiveMinimum: "out_of_range",
  exclusiveMaximum: "out_of_range",
  multipleOf: "out_of_range",
  minLength: "out_of_range",
  maxLength: "out_of_range",
  minItems: "out_of_range",
  maxItems: "out_of_range",
};

function clearest(errors: readonly ErrorObject[]): RuleFault {
  const error = errors.find(({ keyword }) => RULES[keyword] !== undefined) ?? errors[0];
  const rule = RULES[error?.keyword ?? ""] ?? "check_failed";
  const allowed: unknown = error?.params["allowedValues"];
  const list = Array.isArray(allowed) ? `: ${allowed.map(String).join(", ")}` : "";
  return { rule, message: `${error?.message ?? "is not what the schema asks for"}${list}` };
}

function member(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? new Map<string, unknown>(Object.entries(value)).get(key) : undefined;
}

function objectOf(value: unknown): Readonly<Record<string, object | boolean | null>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  return { ...value };
}

function listOfTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
