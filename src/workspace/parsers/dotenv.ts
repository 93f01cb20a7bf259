import type { DocumentMember, ParsedDocument, ParseProblem, Position } from "../../model/document.ts";
import { createLocator } from "./position.ts";

/**
 * One assignment as npm `dotenv` 18 reads it: an optional `export`, `=` or `: ` after the name, a value that is quoted
 * (and may then span lines, and begin on a later one) or goes on to a comment.
 */
const ASSIGNMENT =
  /^[^\S\n]*(?:export\s+)?([\w.-]+)(?:\s*=\s*?|:\s+?)(\s*'(?:\\'|[^'])*'|\s*"(?:\\"|[^"])*"|\s*`(?:\\`|[^`])*`|[^#\n]+)?[^\S\n]*(?:#.*)?$/dgm;

/**
 * `.env` files; a key that stands twice is kept twice, and a line that is dropped is a problem. Nothing is expanded.
 * Line ends become `\n` first, in values too, as they do there.
 */
export function parseDotenv(source: string): ParsedDocument {
  const text = (source.startsWith("\uFEFF") ? source.slice(1) : source).replaceAll(/\r\n?/g, "\n");
  const locate = createLocator(text);
  const members: DocumentMember[] = [];
  const problems: ParseProblem[] = [];
  let end = 0;
  for (const match of text.matchAll(ASSIGNMENT)) {
    problems.push(...droppedLines(text.slice(end, match.index), end, locate));
    end = match.index + match[0].length;
    members.push(toMember(match, locate));
  }
  problems.push(...droppedLines(text.slice(end), end, locate));
  return { documents: [{ kind: "object", members, position: { line: 1, column: 1 } }], problems };
}

/** Where an assignment stands in the text as it was given. UTF-16 units; `end` is past the line end. */
export interface DotenvAssignment {
  readonly key: string;
  readonly value: string;
  /** 1-based. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** The value as written, its quotes with it; an empty range where there is none. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** The same assignments as `parseDotenv`, with offsets of the unchanged text. */
export function locateAssignments(source: string): readonly DotenvAssignment[] {
  const text = source
    .replace(/^\uFEFF/, " ")
    .replaceAll("\r\n", " \n")
    .replaceAll("\r", "\n");
  const locate = createLocator(text);
  return [...text.matchAll(ASSIGNMENT)].map((match) => {
    const [whole, key = "", raw = ""] = match;
    const lineEnd = text.indexOf("\n", match.index + whole.length);
    const sign = /^[^=:]*(?:=|:\s)/.exec(whole)?.[0] ?? whole;
    const rawAt = match.indices?.[2]?.[0] ?? match.index + sign.length;
    const valueStart = rawAt + (raw.length - raw.trimStart().length);
    const valueEnd = valueStart + raw.trim().length;
    return {
      key,
      value: valueOf(source.slice(valueStart, valueEnd).replaceAll(/\r\n?/g, "\n")),
      line: locate(match.indices?.[1]?.[0] ?? match.index).line,
      start: match.index,
      end: lineEnd === -1 ? text.length : lineEnd + 1,
      valueStart,
      valueEnd,
    };
  });
}

type Locate = (offset: number) => Position;

function toMember(match: RegExpExecArray, locate: Locate): DocumentMember {
  const [whole, key = "", raw = ""] = match;
  const [keyAt, rawAt] = [match.indices?.[1]?.[0] ?? match.index, match.indices?.[2]?.[0]];
  const valueAt = (rawAt ?? match.index + whole.length) + (raw.length - raw.trimStart().length);
  return {
    key,
    keyPosition: locate(keyAt),
    endLine: locate(valueAt + raw.trim().length).line,
    value: { kind: "scalar", value: valueOf(raw.trim()), position: locate(valueAt) },
  };
}

/**
 * Quotes are taken off, of a text after an unusual line separator too; only double quotes make `\n` and `\r` line
 * breaks.
 */
function valueOf(raw: string): string {
  const inner = raw.replaceAll(/^(["'`])([^]*)\1$/gm, "$2");
  return raw.startsWith('"') ? inner.replaceAll("\\n", "\n").replaceAll("\\r", "\r") : inner;
}

function droppedLines(gap: string, offset: number, locate: Locate): readonly ParseProblem[] {
  const problems: ParseProblem[] = [];
  let at = offset;
  for (const line of gap.split("\n")) {
    const content = line.trim();
    if (content !== "" && !content.startsWith("#")) {
      problems.push({ message: "no assignment: the line is dropped", ...locate(at) });
    }
    at += line.length + 1;
  }
  return problems;
}
