import { parseTree, printParseErrorCode, type Node, type ParseError, type ParseOptions } from "jsonc-parser";
import type { DocumentMember, DocumentNode, ParsedDocument, Position } from "../../model/document.ts";
import { exactWhole } from "./exact-number.ts";
import { createLocator } from "./position.ts";

const DEEPEST = 200;
const MOST_PROBLEMS = 20;

/** Strict JSON; a byte order mark is allowed. */
export function parseJson(text: string): ParsedDocument {
  return parseWith(text, { disallowComments: true, allowTrailingComma: false });
}

/** JSON with comments and trailing commas, as editors and compilers read their settings. */
export function parseJsonc(text: string): ParsedDocument {
  return parseWith(text, { disallowComments: false, allowTrailingComma: true });
}

function parseWith(source: string, options: ParseOptions): ParsedDocument {
  const text = source.startsWith("\uFEFF") ? source.slice(1) : source;
  const locate = createLocator(text);
  const depthProblem = findTooDeep(text);
  if (depthProblem !== undefined) {
    return {
      documents: [],
      problems: [{ message: `nested deeper than ${DEEPEST} levels`, ...locate(depthProblem) }],
    };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, options);
  const problems = errors
    .slice(0, MOST_PROBLEMS)
    .map((error) => ({ message: describe(error), ...locate(error.offset) }));
  return { documents: root === undefined ? [] : [toNode(root, { text, locate })], problems };
}

/** The offset at which brackets nest too deep; strings are skipped. */
function findTooDeep(text: string): number | undefined {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isInString) {
      if (code === 92) at += 1;
      else if (code === 34 || code === 10) isInString = false;
    } else if (code === 34) isInString = true;
    else if (code === 91 || code === 123) depth += 1;
    else if (code === 93 || code === 125) depth -= 1;
    if (depth > DEEPEST) return at;
  }
  return undefined;
}

/** `PropertyNameExpected` → `property name expected`. */
function describe(error: ParseError): string {
  return printParseErrorCode(error.error)
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
}

interface Reading {
  readonly text: string;
  readonly locate: (offset: number) => Position;
}

function toNode(node: Node, reading: Reading): DocumentNode {
  const position = reading.locate(node.offset);
  if (node.type === "object") {
    return {
      kind: "object",
      members: (node.children ?? []).flatMap((child) => toMember(child, reading)),
      position,
    };
  }
  if (node.type === "array") {
    return { kind: "list", items: (node.children ?? []).map((child) => toNode(child, reading)), position };
  }
  const value = scalarOf(node.value);
  const source = reading.text.slice(node.offset, node.offset + node.length);
  return { kind: "scalar", value: typeof value === "number" ? exactWhole(source, value) : value, position };
}

function toMember(property: Node, reading: Reading): readonly DocumentMember[] {
  const [key, value] = property.children ?? [];
  if (key === undefined || value === undefined || typeof key.value !== "string") return [];
  return [{ key: key.value, keyPosition: reading.locate(key.offset), value: toNode(value, reading) }];
}

function scalarOf(value: unknown): string | number | boolean | null {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}
