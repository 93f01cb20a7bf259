import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  visit,
  type Alias,
  type Document,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type {
  DocumentMember,
  DocumentNode,
  ParsedDocument,
  ParseProblem,
  Position,
} from "../../model/document.ts";
import { exactWhole } from "./exact-number.ts";

/** Nodes of one document, aliases expanded: beyond it the file is an attack, not a configuration. */
const MOST_NODES = 500_000;
const DEEPEST = 200;

/** YAML 1.2 core: several documents, anchors, merge keys; tags that nobody knows are ignored. */
export function parseYaml(text: string): ParsedDocument {
  const lines = new LineCounter();
  try {
    // Old Macs ended their lines so, and the standard still knows it.
    return readAll(parseTolerantly(text.replaceAll(/\r(?!\n)/g, "\n"), lines), lines);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { documents: [], problems: [{ message: "nested too deep", line: 1, column: 1 }] };
  }
}

/** Quotes that go on for longer, and more that is read again for their sake, are not worth it: so many characters in all. */
const MOST_LINES = 40;
const MOST_READ_AGAIN = 2_097_152;

/**
 * Libyaml lets a quoted text or a collection in brackets go on at the left of what it belongs to, which the standard does
 * not: such lines are moved to the right, where their white space means nothing. What is no better for it stays as it was.
 */
function parseTolerantly(text: string, lines: LineCounter): readonly Document[] {
  const parsed = parseDocuments(text, lines);
  let moved = text;
  const tries = Math.min(MOST_LINES, Math.floor(MOST_READ_AGAIN / text.length));
  let stray = tries === 0 ? undefined : strayLines(parsed, moved);
  for (let left = tries; stray !== undefined && left > 0; left -= 1) {
    const { start, end, by } = stray;
    const further = moved.slice(start, end).replaceAll(/^(?=.)/gm, " ".repeat(by));
    // At the end of the text there is nothing that could be moved.
    if (further === moved.slice(start, end)) break;
    moved = `${moved.slice(0, start)}${further}${moved.slice(end)}`;
    const again = new LineCounter();
    const documents = parseDocuments(moved, again);
    if (documents.every(({ errors }) => errors.every(({ message }) => isTolerated(message)))) {
      lines.lineStarts = startsBeforeMoving(again.lineStarts, text, moved);
      return documents;
    }
    stray = strayLines(documents, moved);
  }
  return parsed;
}

/** Where lines begin once what was put before them is left out: columns are told of the text as it was. */
function startsBeforeMoving(starts: readonly number[], text: string, moved: string): number[] {
  const before = text.split("\n");
  const after = moved.split("\n");
  return starts.map((start, at) => start + (after[at]?.length ?? 0) - (before[at]?.length ?? 0));
}

interface StrayLines {
  readonly start: number;
  readonly end: number;
  /** So many columns to the right, they belong to what began before them. */
  readonly by: number;
}

/** Further to the right than anything that people write begins. */
const FAR = 80;

/** The first lines that do not belong to the text or the brackets that are still open there. */
function strayLines(documents: readonly Document[], text: string): StrayLines | undefined {
  for (const { errors } of documents) {
    for (const { message, pos } of errors) {
      const [offset] = pos;
      if (message.startsWith("Missing closing")) {
        const start = text.indexOf("\n", offset) + 1;
        const quote = text.indexOf(message.includes("'") ? "'" : '"', start);
        return start === 0 || quote === -1 ? undefined : { start, end: endOfLine(text, quote), by: FAR };
      }
      if (/^Flow .* must be sufficiently indented/.test(message)) {
        const start = text.lastIndexOf("\n", offset - 1) + 1;
        const by = Math.max(1, columnsBefore(text, start - 1));
        return start === 0 ? undefined : { start, end: endOfLine(text, start), by };
      }
    }
  }
  return undefined;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end;
}

function columnsBefore(text: string, offset: number): number {
  return offset - text.lastIndexOf("\n", offset - 1);
}

function parseDocuments(text: string, lineCounter: LineCounter): readonly Document[] {
  const options = {
    lineCounter,
    uniqueKeys: false,
    strict: false,
    logLevel: "silent",
    prettyErrors: false,
  } as const;
  const { stackTraceLimit } = Error;
  try {
    // Each fault of a template is an error with a stack of its own, which nobody reads and which takes long to make.
    Error.stackTraceLimit = 0;
    const parsed = parseAllDocuments(text, options);
    return Array.isArray(parsed) ? parsed : [];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Libyaml, and with it most tools, let a closing bracket stand as far left as the key. */
function isTolerated(message: string): boolean {
  return message.startsWith("Flow end indicator");
}

function readAll(parsed: readonly Document[], lines: LineCounter): ParsedDocument {
  const problems: ParseProblem[] = [];
  const documents: DocumentNode[] = [];
  for (const document of parsed) {
    for (const error of document.errors.filter(({ message }) => !isTolerated(message))) {
      problems.push({ message: messageOf(error.code), ...positionAt(lines, error.pos[0]) });
    }
    const reading: Reading = { document, lines, left: MOST_NODES };
    const root = toNode(document.contents, reading, 0);
    if (reading.left < 0)
      problems.push({ message: "its aliases expand beyond all bounds", line: 1, column: 1 });
    documents.push(root);
  }
  return { documents, problems };
}

interface Reading {
  readonly document: Document;
  readonly lines: LineCounter;
  left: number;
  /** By name, in the order of the text; found when the first alias comes. */
  anchors?: ReadonlyMap<string, readonly Anchored[]>;
}

type Anchored = Scalar | YAMLMap | YAMLSeq;

/**
 * The latest node before an alias that has its name. The library's own `resolve` goes through the whole document for
 * each alias, which takes seconds where there are thousands.
 */
function targetOf({ source, range }: Alias, reading: Reading): Anchored | undefined {
  reading.anchors ??= findAnchors(reading.document);
  const at = range?.[0] ?? 0;
  return reading.anchors.get(source)?.findLast((node) => (node.range?.[0] ?? 0) < at);
}

function findAnchors(document: Document): ReadonlyMap<string, readonly Anchored[]> {
  const anchors = new Map<string, Anchored[]>();
  visit(document, {
    Value: (_, node) => {
      if (node.anchor === undefined) return;
      anchors.set(node.anchor, [...(anchors.get(node.anchor) ?? []), node]);
    },
  });
  return anchors;
}

function toNode(node: unknown, reading: Reading, depth: number): DocumentNode {
  const position = positionOf(node, reading.lines);
  reading.left -= 1;
  if (reading.left < 0 || depth > DEEPEST) return { kind: "scalar", value: null, position };
  if (isAlias(node)) return toNode(targetOf(node, reading), reading, depth + 1);
  if (isMap(node)) return { kind: "object", members: membersOf(node, reading, depth), position };
  if (isSeq(node))
    return { kind: "list", items: node.items.map((item) => toNode(item, reading, depth + 1)), position };
  return { kind: "scalar", value: isScalar(node) ? scalarOf(node) : null, position };
}

/** Own keys first, then what `<<` brings that is not there yet. */
function membersOf(map: YAMLMap, reading: Reading, depth: number): readonly DocumentMember[] {
  const own: DocumentMember[] = [];
  const merged: DocumentMember[] = [];
  for (const pair of map.items) {
    const key = keyOf(pair.key);
    if (reading.left < 0) break;
    const value = toNode(pair.value, reading, depth + 1);
    if (key === "<<" && value.kind !== "scalar") merged.push(...mergedMembers(value));
    else own.push({ key, keyPosition: positionOf(pair.key, reading.lines), value });
  }
  const known = new Set(own.map((member) => member.key));
  return [...own, ...merged.filter((member) => !known.has(member.key) && known.add(member.key))];
}

function mergedMembers(value: DocumentNode): readonly DocumentMember[] {
  if (value.kind === "object") return value.members;
  return value.kind === "list" ? value.items.flatMap(mergedMembers) : [];
}

function keyOf(key: unknown): string {
  if (isScalar(key)) return typeof key.source === "string" ? key.source : String(key.value);
  return isAlias(key) ? `*${key.source}` : "";
}

function scalarOf({ value, source }: Scalar): string | number | boolean | null {
  if (typeof value === "number") return exactWhole(source ?? "", value);
  if (typeof value === "string") return inOnePiece(value);
  return typeof value === "boolean" ? value : null;
}

/**
 * The library puts a quoted text together character by character, and V8 keeps every step of that, ten times its size,
 * until somebody looks into it.
 */
function inOnePiece(text: string): string {
  return text.codePointAt(0) === undefined ? "" : text;
}

function positionOf(node: unknown, lines: LineCounter): Position {
  const isNode = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node);
  return positionAt(lines, isNode ? (node.range?.[0] ?? 0) : 0);
}

function positionAt(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** `BAD_INDENT` → `bad indent`: the library's own sentences quote the text. */
function messageOf(code: string): string {
  return code.toLowerCase().replaceAll("_", " ");
}
