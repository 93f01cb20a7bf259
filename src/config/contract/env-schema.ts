import { posix } from "node:path";
import type { JsonValue } from "../../model/json.ts";
import type { Workspace } from "../../workspace/types.ts";
import { membersOf } from "../../workspace/parsers/navigate.ts";
import type { KeyRule, RuleFault } from "./types.ts";

/** What the comment above a key says of it: `# @required @type=number(min=1, max=9)`. */
type Decorators = ReadonlyMap<string, string>;

/**
 * What `.env.schema` files ask. Their comments carry decorators as varlock writes them: `@required`, `@optional`,
 * `@sensitive`, `@type=…`, and for the whole file, above the first key, `@defaultRequired` and `@defaultSensitive`.
 * Without any decorator every key is asked for, as dotenv-extended has it, and `validateEntries` sees to that.
 */
export async function readEnvSchemas(workspace: Workspace): Promise<readonly KeyRule[]> {
  const rules: KeyRule[] = [];
  for (const { path, kind } of workspace.files) {
    if (kind !== "file" || !isEnvSchemaPath(path)) continue;
    const read = workspace.readText(path);
    const parsed = await workspace.parse(path, "dotenv");
    if (!read.isRead || parsed === undefined || !hasDecorators(read.text)) continue;
    rules.push(...rulesOf(path, read.text, membersOf(parsed.documents[0])));
  }
  return rules;
}

/** True for `.env.schema`. */
export function isEnvSchemaPath(path: string): boolean {
  return /(^|\/)\.env\.schema$/i.test(path);
}

function hasDecorators(text: string): boolean {
  return /^\s*#\s*@[a-z]/im.test(text);
}

function rulesOf(path: string, text: string, members: ReturnType<typeof membersOf>): readonly KeyRule[] {
  const lines = text.split(/\r\n?|\n/);
  const first = members[0]?.keyPosition.line ?? 1;
  const ofFile = decoratorsIn(lines.slice(0, first - 1));
  return members.map(({ key, keyPosition, value }) => {
    const own = decoratorsIn(commentAbove(lines, keyPosition.line));
    const type = own.get("type");
    const isSet = value.kind === "scalar" && value.value !== "";
    return {
      key,
      scope: posix.dirname(path),
      isRequired:
        !isSet && isOn(own, { yes: "required", no: "optional", ofFile: ofFile.get("defaultRequired") }),
      isSensitive: isOn(own, { yes: "sensitive", no: "public", ofFile: ofFile.get("defaultSensitive") }),
      file: path,
      line: keyPosition.line,
      ...(type === undefined ? {} : { check: (found: JsonValue) => checkType(type, found) }),
    };
  });
}

/** The comment that ends right above a line. */
function commentAbove(lines: readonly string[], line: number): readonly string[] {
  const above: string[] = [];
  for (let at = line - 2; at >= 0; at -= 1) {
    const text = lines[at] ?? "";
    if (!/^\s*#/.test(text) || /^\s*#\s*-{3,}/.test(text)) break;
    above.unshift(text);
  }
  return above;
}

function decoratorsIn(lines: readonly string[]): Decorators {
  return new Map(
    lines
      .filter((line) => /^\s*#\s*@/.test(line))
      .flatMap((line) => [...line.matchAll(/@([A-Za-z]+)(?:=((?:[^\s()]|\([^)]*\))+))?/g)])
      .map(([, name = "", value = "true"]) => [name, value] as const),
  );
}

function isOn(
  own: Decorators,
  { yes, no, ofFile }: { yes: string; no: string; ofFile: string | undefined },
): boolean {
  if (own.has(no)) return own.get(no) === "false";
  if (own.has(yes)) return own.get(yes) !== "false";
  return ofFile === "true";
}

const FORMATS: Readonly<Record<string, RegExp | undefined>> = {
  boolean: /^(true|false|1|0|yes|no|on|off)$/i,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  ip: /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]*)$/i,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  semver: /^\d+\.\d+\.\d+([-+][\w.+-]+)?$/,
};

/** Checks a text against a type such as `number(min=1)`, `enum(a, b)` or `url`; an unknown type asks nothing. */
function checkType(type: string, value: JsonValue): RuleFault | undefined {
  const [, name = "", list = ""] = /^(\w+)(?:\((.*)\))?$/.exec(type) ?? [];
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const options = list.split(",").map((option) => option.trim().replaceAll(/^["']|["']$/g, ""));
  if (name === "enum") {
    return options.includes(text)
      ? undefined
      : { rule: "not_allowed", message: `must be one of ${options.join(", ")}` };
  }
  if (name === "number" || name === "port") return checkNumber(name, text, options);
  if (name === "url") {
    return URL.canParse(text) ? undefined : { rule: "format_mismatch", message: "must be a URL" };
  }
  const pattern = FORMATS[name];
  if (pattern === undefined || pattern.test(text)) return undefined;
  return {
    rule: name === "boolean" ? "type_mismatch" : "format_mismatch",
    message: `must be of the type ${name}`,
  };
}

function checkNumber(name: string, text: string, options: readonly string[]): RuleFault | undefined {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value))
    return { rule: "type_mismatch", message: `must be a ${name}` };
  const bound = (word: string) => {
    const found = options.find((option) => option.startsWith(`${word}=`));
    return found === undefined ? undefined : Number(found.slice(word.length + 1));
  };
  const least = name === "port" ? 0 : (bound("min") ?? -Infinity);
  const most = name === "port" ? 65_535 : (bound("max") ?? Infinity);
  const isWhole = name !== "port" || Number.isInteger(value);
  if (value >= least && value <= most && isWhole) return undefined;
  return { rule: "out_of_range", message: `must lie between ${least} and ${most}` };
}
