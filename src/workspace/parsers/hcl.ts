import type {
  DocumentMember,
  ObjectNode,
  ParsedDocument,
  ParseProblem,
  Position,
} from "../../model/document.ts";
import { HclCursor, HclFault } from "./hcl-cursor.ts";
import { readExpression } from "./hcl-expression.ts";
import { readQuoted } from "./hcl-template.ts";

const MOST_PROBLEMS = 20;

/** How far a value that does not end is looked through for its end, once one went to the end of the text. */
const SHORT_LOOK = 2_000;

/**
 * Terraform's language. Attributes become members, blocks members with labels; literals are evaluated, anything else is
 * an expression whose value is its source text. What stands around a syntax error is kept.
 */
export function parseHcl(source: string): ParsedDocument {
  const text = source.startsWith("\uFEFF") ? source.slice(1) : source;
  const first = readText(text, false);
  const { document, problems } = first.isOpen ? readText(text, true) : first;
  return { documents: [document], problems: problems.slice(0, MOST_PROBLEMS) };
}

interface Reading {
  readonly cursor: HclCursor;
  readonly problems: ParseProblem[];
  /** True where a block at the first column ends those that are still open: a brace is missing somewhere. */
  readonly endsAtFirstColumn: boolean;
  /** True when a block was still open at the end. */
  isOpen: boolean;
  /** How far an end is looked for. */
  look: number;
}

function readText(
  text: string,
  endsAtFirstColumn: boolean,
): { readonly document: ObjectNode; readonly problems: readonly ParseProblem[]; readonly isOpen: boolean } {
  const cursor = new HclCursor(text);
  const reading: Reading = { cursor, problems: [], endsAtFirstColumn, isOpen: false, look: Infinity };
  const members = readBody(reading, 0);
  const document: ObjectNode = { kind: "object", members, position: { line: 1, column: 1 } };
  return { document, problems: reading.problems, isOpen: reading.isOpen };
}

/** Members up to the end of the text, or of the block. */
function readBody(reading: Reading, depth: number): readonly DocumentMember[] {
  const { cursor } = reading;
  const members: DocumentMember[] = [];
  for (;;) {
    cursor.skipLines();
    const start = cursor.at;
    if (cursor.isAtEnd()) {
      if (depth > 0) reportOpen(reading);
      return members;
    }
    if (depth > 0 && cursor.takes("}")) return members;
    if (depth > 0 && reading.endsAtFirstColumn && seesBlockAtFirstColumn(cursor)) {
      reportOpen(reading);
      return members;
    }
    try {
      members.push(readMember(reading, depth));
    } catch (error) {
      if (!(error instanceof HclFault)) throw error;
      report(reading, error.message, cursor.position(error.offset));
      recover(reading, start);
    }
  }
}

function readMember(reading: Reading, depth: number): DocumentMember {
  const { cursor } = reading;
  const keyPosition = cursor.position(cursor.at);
  const key = cursor.word();
  if (key === undefined) return cursor.fail();
  cursor.skipSpace();
  if (cursor.sees("=") && !cursor.sees("==")) {
    cursor.at += 1;
    const value = readExpression(cursor);
    cursor.skipSpace();
    if (!cursor.endsLine() && !(depth > 0 && cursor.sees("}"))) cursor.fail();
    return { key, keyPosition, value };
  }
  const labels: string[] = [];
  for (let label = readLabel(cursor); label !== undefined; label = readLabel(cursor)) labels.push(label);
  const position = keyPosition;
  cursor.expect("{");
  const members = cursor.nested(() => readBody(reading, depth + 1));
  const endLine = cursor.position(cursor.at).line;
  return { key, keyPosition, endLine, labels, value: { kind: "object", members, position } };
}

function readLabel(cursor: HclCursor): string | undefined {
  cursor.skipSpace();
  if (!cursor.sees('"')) return cursor.word();
  const value = readQuoted(cursor, () => undefined);
  return value === undefined ? cursor.fail() : String(value);
}

function seesBlockAtFirstColumn(cursor: HclCursor): boolean {
  if (cursor.at > 0 && cursor.text.charAt(cursor.at - 1) !== "\n") return false;
  return /^[a-z_]+[ \t]*("[^"\n]*"[ \t]*)*\{/.test(cursor.text.slice(cursor.at, cursor.at + 300));
}

function reportOpen(reading: Reading): void {
  if (!reading.isOpen) report(reading, '"}" is missing', reading.cursor.position(reading.cursor.at));
  reading.isOpen = true;
}

function report({ problems }: Reading, message: string, position: Position): void {
  if (problems.length <= MOST_PROBLEMS) problems.push({ message, ...position });
}

/** Past what could not be read: to the end of the line on which all its brackets are closed, or else of its own line. */
function recover(reading: Reading, start: number): void {
  const { cursor } = reading;
  const { text } = cursor;
  const end = endOfBrackets(text, start, Math.min(text.length, start + reading.look));
  if (end === undefined) reading.look = SHORT_LOOK;
  const line = text.indexOf("\n", start);
  cursor.at = Math.max(end ?? (line === -1 ? text.length : line), start + 1);
}

const CLOSERS: Readonly<Record<string, string | undefined>> = { ")": "(", "]": "[", "}": "{" };

function endOfBrackets(text: string, start: number, limit: number): number | undefined {
  const open: string[] = [];
  for (let at = start; at < limit; at += 1) {
    const character = text.charAt(at);
    if (character === "\n" && open.length === 0) return at;
    if (character === '"') at = endOfQuotes(text, at);
    else if ("([{".includes(character)) open.push(character);
    else if (CLOSERS[character] !== undefined) {
      if (open.length === 0 && character === "}") return at;
      if (open.pop() !== CLOSERS[character]) return undefined;
    }
  }
  return open.length === 0 && limit === text.length ? limit : undefined;
}

/** The closing quote, or the last character of the line. */
function endOfQuotes(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\\") at += 1;
    else if (character === '"') return at;
    else if (character === "\n") return at - 1;
  }
  return text.length;
}
