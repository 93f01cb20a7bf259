import type { HclCursor } from "./hcl-cursor.ts";
import { heredocText, unescapeTemplate } from "./hcl-text.ts";

/** What a text stands for; undefined where only Terraform can tell. */
export type TemplateValue = string | number | boolean | undefined;

/** Reads an expression; gives its value when that is one text, number or switch. */
export type ReadEmbedded = (cursor: HclCursor) => TemplateValue;

/** A quoted text. A template that is one interpolation alone has its value, whatever its type. */
export function readQuoted(cursor: HclCursor, readEmbedded: ReadEmbedded): TemplateValue {
  const start = cursor.at;
  cursor.expect('"');
  const parts: TemplateValue[] = [];
  let isTemplate = false;
  for (;;) {
    const piece = cursor.match(/(?:[^"\\\n$%]|\\[^\n]|\$\$\{|%%\{|[$%](?!\{))+/y);
    if (piece !== undefined) parts.push(unescapeTemplate(piece));
    else if (cursor.takes('"')) break;
    else if (cursor.takes("${")) {
      isTemplate = true;
      parts.push(readInterpolation(cursor, readEmbedded));
    } else if (cursor.takes("%{")) {
      parts.push(undefined);
      skipDirective(cursor, readEmbedded);
    } else cursor.fail("unclosed quotes", start);
  }
  if (isTemplate && parts.length === 1) return parts[0];
  return parts.includes(undefined) ? undefined : parts.map(String).join("").normalize("NFC");
}

function readInterpolation(cursor: HclCursor, readEmbedded: ReadEmbedded): TemplateValue {
  return cursor.within(false, () => {
    const stripsBefore = cursor.takes("~");
    const value = readEmbedded(cursor);
    cursor.skipSpace();
    const stripsAfter = cursor.takes("~");
    cursor.expect("}");
    return stripsBefore || stripsAfter ? undefined : value;
  });
}

/** `%{ if x }`: nothing of it is evaluated. */
function skipDirective(cursor: HclCursor, readEmbedded: ReadEmbedded): void {
  cursor.nested(() => {
    let open = 1;
    while (open > 0) {
      if (cursor.match(/[^"{}]+/y) !== undefined) continue;
      if (cursor.sees('"')) readQuoted(cursor, readEmbedded);
      else if (cursor.takes("{")) open += 1;
      else if (cursor.takes("}")) open -= 1;
      else cursor.fail('"}" is missing');
    }
  });
}

const HEREDOC = /<<-?([\p{L}_][\p{L}\p{N}\p{M}_-]*)[ \t]*\r?\n/uy;

/** True where a heredoc begins. */
export function seesHeredoc(cursor: HclCursor): boolean {
  HEREDOC.lastIndex = cursor.at;
  return HEREDOC.test(cursor.text);
}

/** A heredoc up to the mark that ends it. */
export function readHeredoc(cursor: HclCursor): TemplateValue {
  const start = cursor.at;
  HEREDOC.lastIndex = start;
  const mark = HEREDOC.exec(cursor.text)?.[1] ?? "";
  const end = findMark(cursor.text, HEREDOC.lastIndex, mark);
  if (end === undefined) cursor.fail(`the heredoc ${mark} does not end`, start);
  cursor.at = end;
  const source = cursor.text.slice(start, end);
  if (/(^|[^$])(\$\$)*\$\{|(^|[^%])(%%)*%\{/.test(source)) return undefined;
  return heredocText(source).normalize("NFC");
}

function findMark(text: string, from: number, mark: string): number | undefined {
  for (let at = text.indexOf(mark, from); at !== -1; at = text.indexOf(mark, at + 1)) {
    const before = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
    const after = /^[ \t\r]*(\n|$)/.test(text.slice(at + mark.length, at + mark.length + 80));
    if (before.trim() === "" && after) return at + mark.length;
  }
  return undefined;
}
