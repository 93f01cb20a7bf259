import type { JsonValue } from "../../model/json.ts";
import { writeLines, type WrittenText, type WrittenValue } from "./types.ts";

/** Assignments as `terraform` reads them; what has no value is null. */
export function writeTfvars(values: readonly WrittenValue[]): WrittenText {
  return writeLines(values, ({ key, value }) => {
    if (!/^[A-Za-z_][\w-]*$/.test(key))
      return { reason: "a Terraform variable has letters, digits, dash and underscore" };
    const text = expressionOf(value ?? null);
    return text.isWellFormed ? { line: `${key} = ${text.source}` } : { reason: "it holds half a character" };
  });
}

function expressionOf(value: JsonValue): { readonly source: string; readonly isWellFormed: boolean } {
  const source = toHcl(value);
  return { source, isWellFormed: !/\p{Cs}/u.test(source) };
}

function toHcl(value: JsonValue): string {
  if (typeof value === "string") return quote(value);
  if (value === null || typeof value !== "object") return String(value);
  if (Array.isArray(value)) return `[${value.map(toHcl).join(", ")}]`;
  const members = Object.entries(value).map(([key, member]) => `${quote(key)} = ${toHcl(member ?? null)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

const ESCAPES: Readonly<Record<string, string | undefined>> = {
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  '"': '\\"',
  "\\": "\\\\",
};

function quote(text: string): string {
  const escaped = text
    .replaceAll(/[\\"\p{Cc}\u2028\u2029]/gu, (mark) => ESCAPES[mark] ?? unicodeEscape(mark))
    .replaceAll(/[$%]\{/g, (mark) => `${mark[0] ?? ""}${mark}`);
  return `"${escaped}"`;
}

function unicodeEscape(mark: string): string {
  return `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
