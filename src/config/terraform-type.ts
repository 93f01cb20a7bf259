import type { JsonValue } from "../model/json.ts";

/** A type constraint of a Terraform variable. */
type TerraformType =
  | { readonly kind: "any" | "string" | "number" | "bool" }
  | { readonly kind: "list" | "set" | "map"; readonly of: TerraformType }
  | { readonly kind: "tuple"; readonly items: readonly TerraformType[] }
  | { readonly kind: "object"; readonly attributes: ReadonlyMap<string, Attribute> };

interface Attribute {
  readonly type: TerraformType;
  readonly isOptional: boolean;
}

const ANY: TerraformType = { kind: "any" };

/**
 * What a value breaks of a type, `must be a number` or `region: is missing`; undefined where Terraform would take it,
 * converting texts, numbers and switches as it does. A type that cannot be read asks nothing.
 */
export function terraformTypeFault(type: string, value: JsonValue): string | undefined {
  const parsed = parseType(type);
  return parsed === undefined ? undefined : faultOf(parsed, value);
}

function faultOf(type: TerraformType, value: JsonValue): string | undefined {
  if (value === null || isToBeFilledIn(value)) return undefined;
  switch (type.kind) {
    case "any":
      return undefined;
    case "string":
      return typeof value === "object" ? "must be a string" : undefined;
    case "number":
      return isNumberLike(value) ? undefined : "must be a number";
    case "bool":
      return isSwitchLike(value) ? undefined : "must be a bool";
    case "list":
    case "set":
      return Array.isArray(value) ? firstFault(value.entries(), () => type.of) : `must be a ${type.kind}`;
    case "map":
      if (typeof value !== "object" || Array.isArray(value)) return "must be a map";
      return firstFault(Object.entries(value), () => type.of);
    case "tuple":
      if (!Array.isArray(value) || value.length !== type.items.length)
        return `must be a tuple of ${type.items.length}`;
      return firstFault(value.entries(), (at) => type.items[Number(at)] ?? ANY);
    case "object":
      return objectFault(type.attributes, value);
  }
}

function objectFault(attributes: ReadonlyMap<string, Attribute>, value: JsonValue): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "must be an object";
  for (const [name, { isOptional }] of attributes) {
    if (!isOptional && !Object.hasOwn(value, name)) return `${name} is missing`;
  }
  return firstFault(Object.entries(value), (name) => attributes.get(String(name))?.type ?? ANY);
}

function firstFault(
  members: Iterable<readonly [string | number, JsonValue | undefined]>,
  typeAt: (step: string | number) => TerraformType,
): string | undefined {
  for (const [step, member] of members) {
    const fault = faultOf(typeAt(step), member ?? null);
    if (fault !== undefined) return `${step}: ${fault}`;
  }
  return undefined;
}

/** Terraform makes numbers of texts that are one; what holds an operator may be an expression. */
function isNumberLike(value: JsonValue): boolean {
  if (typeof value === "number") return true;
  if (typeof value !== "string") return false;
  return (
    (value.trim() !== "" && Number.isFinite(Number(value))) || /[()${}[\]?*/%]|\w\s*[+-]\s*\w/.test(value)
  );
}

function isSwitchLike(value: JsonValue): boolean {
  if (typeof value === "boolean") return true;
  return typeof value === "string" && (/^(true|false|0|1)$/.test(value) || /[!=<>&|(${?]/.test(value));
}

interface Cursor {
  readonly tokens: readonly string[];
  at: number;
}

/** Undefined for a text that is no type; at most as deep as anyone writes. */
function parseType(text: string): TerraformType | undefined {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[\w-]+|[^\s\w]/g) ?? [];
  const cursor: Cursor = { tokens, at: 0 };
  const type = readType(cursor, 0);
  return cursor.at === tokens.length ? type : undefined;
}

const DEEPEST = 60;

function readType(cursor: Cursor, depth: number): TerraformType | undefined {
  const name = next(cursor)?.replaceAll('"', "");
  if (name === undefined || depth > DEEPEST) return undefined;
  if (name === "any" || name === "string" || name === "number" || name === "bool") return { kind: name };
  const isCollection = name === "list" || name === "set" || name === "map";
  if (isCollection && cursor.tokens[cursor.at] !== "(") return { kind: name, of: ANY };
  if (next(cursor) !== "(") return undefined;
  const type = isCollection
    ? collectionOf(name, readType(cursor, depth + 1))
    : readWhole(name, cursor, depth);
  return next(cursor) === ")" ? type : undefined;
}

function collectionOf(
  kind: "list" | "set" | "map",
  of: TerraformType | undefined,
): TerraformType | undefined {
  return of === undefined ? undefined : { kind, of };
}

function readWhole(name: string, cursor: Cursor, depth: number): TerraformType | undefined {
  if (name === "tuple") return readTuple(cursor, depth);
  return name === "object" ? readObject(cursor, depth) : undefined;
}

function readTuple(cursor: Cursor, depth: number): TerraformType | undefined {
  if (next(cursor) !== "[") return undefined;
  const items: TerraformType[] = [];
  while (cursor.at < cursor.tokens.length && cursor.tokens[cursor.at] !== "]") {
    const item = readType(cursor, depth + 1);
    if (item === undefined) return undefined;
    items.push(item);
    skip(cursor, ",");
  }
  return next(cursor) === "]" ? { kind: "tuple", items } : undefined;
}

function readObject(cursor: Cursor, depth: number): TerraformType | undefined {
  if (next(cursor) !== "{") return undefined;
  const attributes = new Map<string, Attribute>();
  while (cursor.at < cursor.tokens.length && cursor.tokens[cursor.at] !== "}") {
    const name = next(cursor)?.replaceAll('"', "") ?? "";
    const sign = next(cursor);
    const attribute = sign === "=" || sign === ":" ? readAttribute(cursor, depth) : undefined;
    if (attribute === undefined) return undefined;
    attributes.set(name, attribute);
    skip(cursor, ",");
  }
  return next(cursor) === "}" ? { kind: "object", attributes } : undefined;
}

function readAttribute(cursor: Cursor, depth: number): Attribute | undefined {
  const isOptional = cursor.tokens[cursor.at] === "optional";
  if (!isOptional) {
    const type = readType(cursor, depth + 1);
    return type === undefined ? undefined : { type, isOptional };
  }
  cursor.at += 1;
  if (next(cursor) !== "(") return undefined;
  const type = readType(cursor, depth + 1);
  skipToClosing(cursor);
  return type === undefined ? undefined : { type, isOptional };
}

/** Past the default of `optional(string, "x")`. */
function skipToClosing(cursor: Cursor): void {
  for (let open = 1; cursor.at < cursor.tokens.length && open > 0; cursor.at += 1) {
    const token = cursor.tokens[cursor.at] ?? "";
    if ("([{".includes(token)) open += 1;
    else if (")]}".includes(token)) open -= 1;
  }
}

function next(cursor: Cursor): string | undefined {
  const token = cursor.tokens[cursor.at];
  cursor.at += 1;
  return token;
}

function skip(cursor: Cursor, token: string): void {
  if (cursor.tokens[cursor.at] === token) cursor.at += 1;
}

/** An example's `"<YOUR_PORT>"` has no type yet. */
function isToBeFilledIn(value: JsonValue): boolean {
  return typeof value === "string" && /^<[^<>]+>$|^your[-_ ]\w/i.test(value.trim());
}
