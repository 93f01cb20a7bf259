import type { JsonValue } from "../../model/json.ts";
import { parseDotenv } from "../../workspace/parsers/dotenv.ts";
import { stringAt } from "../../workspace/parsers/navigate.ts";
import { writeLines, type WrittenText, type WrittenValue } from "./types.ts";

/** Lines that `dotenv` reads back to the same texts; numbers and lists become the text of their JSON. */
export function writeDotenv(values: readonly WrittenValue[]): WrittenText {
  return writeLines(values, ({ key, value }) => {
    if (!/^[\w.-]+$/.test(key))
      return { reason: "a name in .env has letters, digits, dot, dash and underscore" };
    if (value === undefined) return { line: `${key}=` };
    const text = textOf(value);
    const line = spellings(text)
      .map((spelling) => `${key}=${spelling}`)
      .find((candidate) => stringAt(parseDotenv(candidate).documents[0], key) === text);
    return line === undefined ? { reason: "no quotes of .env can hold its marks" } : { line };
  });
}

function textOf(value: JsonValue): string {
  if (typeof value === "string") return value;
  return value === null ? "" : JSON.stringify(value);
}

/** Bare where nothing is special, then each kind of quotes that the text does not hold itself. */
function spellings(text: string): readonly string[] {
  if (/^[A-Za-z0-9_@%+:,./-]+$/.test(text)) return [text];
  const found: string[] = [];
  const endsOpen = text.endsWith("\\");
  const hasReturn = text.includes("\r");
  if (!text.includes("'") && !endsOpen && !hasReturn) found.push(`'${text}'`);
  if (!text.includes('"') && !endsOpen && !/\\[nr]/.test(text))
    found.push(`"${text.replaceAll("\n", "\\n").replaceAll("\r", "\\r")}"`);
  if (!text.includes("`") && !endsOpen && !hasReturn) found.push(`\`${text}\``);
  if (text !== "" && text === text.trim() && !/^["'`]|[#\n\r]/.test(text)) found.push(text);
  return found;
}
