import { createRequire } from "node:module";
import type { Node, Parser } from "web-tree-sitter";
import type {
  DocumentMember,
  DocumentNode,
  ObjectNode,
  ParsedDocument,
  ParseProblem,
  Position,
} from "../../model/document.ts";
import { heredocText, unescapeTemplate } from "./hcl-text.ts";

const MOST_PROBLEMS = 20;

let loading: Promise<Parser> | undefined;

/**
 * Terraform's language. Attributes become members, blocks members with labels; literals are evaluated, anything else is
 * an expression whose value is its source text. What stands around a syntax error is kept.
 */
export async function parseHcl(text: string): Promise<ParsedDocument> {
  loading ??= loadParser();
  const parser = await loading;
  const tree = parser.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
  if (tree === null)
    return { documents: [], problems: [{ message: "could not be parsed", line: 1, column: 1 }] };
  try {
    const problems: ParseProblem[] = [];
    if (tree.rootNode.hasError) collectProblems(tree.rootNode, problems);
    return { documents: [readBody(tree.rootNode)], problems };
  } finally {
    tree.delete();
  }
}

async function loadParser(): Promise<Parser> {
  const { Language, Parser: TreeSitter } = await import("web-tree-sitter");
  await TreeSitter.init();
  const grammar = createRequire(import.meta.url).resolve(
    "@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm",
  );
  const parser = new TreeSitter();
  parser.setLanguage(await Language.load(grammar));
  return parser;
}

function collectProblems(node: Node, problems: ParseProblem[]): void {
  if (problems.length >= MOST_PROBLEMS) return;
  if (node.isError) problems.push({ message: "syntax error", ...positionOf(node) });
  else if (node.isMissing)
    problems.push({ message: `${JSON.stringify(node.type)} is missing`, ...positionOf(node) });
  else
    for (const child of node.children)
      if (child.hasError || child.isMissing) collectProblems(child, problems);
}

function readBody(node: Node): ObjectNode {
  const body = node.type === "body" ? node : childOfType(node, "body");
  const members = namedChildren(body).flatMap(readMember);
  return { kind: "object", members, position: positionOf(node) };
}

function readMember(node: Node): readonly DocumentMember[] {
  const [name, ...rest] = namedChildren(node);
  if (name === undefined || name.type !== "identifier") return [];
  const base = { key: name.text, keyPosition: positionOf(name) };
  if (node.type === "attribute") {
    const value = rest.find((child) => child.type === "expression");
    return value === undefined ? [] : [{ ...base, value: readExpression(value) }];
  }
  if (node.type !== "block") return [];
  const labels = rest
    .filter((child) => child.type === "string_lit" || child.type === "identifier")
    .map(labelOf);
  return [{ ...base, labels, value: readBody(node) }];
}

function labelOf(node: Node): string {
  return node.type === "string_lit" ? unescapeTemplate(contentOf(node)) : node.text;
}

function readExpression(node: Node): DocumentNode {
  const [only, second] = namedChildren(node);
  if (only === undefined || second !== undefined) return expressionOf(node);
  switch (only.type) {
    case "literal_value":
      return readLiteral(only);
    case "template_expr":
      return readTemplate(only);
    case "collection_value":
      return readCollection(only);
    case "operation":
      return readNegative(only);
    default:
      return expressionOf(node);
  }
}

function readLiteral(node: Node): DocumentNode {
  const [literal] = namedChildren(node);
  const position = positionOf(node);
  if (literal === undefined) return expressionOf(node);
  switch (literal.type) {
    case "numeric_lit":
      return { kind: "scalar", value: numberOf(literal.text), position };
    case "bool_lit":
      return { kind: "scalar", value: literal.text === "true", position };
    case "null_lit":
      return { kind: "scalar", value: null, position };
    case "string_lit":
      return { kind: "scalar", value: unescapeTemplate(contentOf(literal)), position };
    default:
      return expressionOf(node);
  }
}

/** A quoted text or heredoc; with an interpolation or directive in it, it is an expression. */
function readTemplate(node: Node): DocumentNode {
  const [template] = namedChildren(node);
  if (template === undefined || holdsInterpolation(template)) return expressionOf(node);
  const position = positionOf(node);
  if (template.type === "heredoc_template")
    return { kind: "scalar", value: heredocText(template.text), position };
  return { kind: "scalar", value: unescapeTemplate(contentOf(template)), position };
}

function holdsInterpolation(node: Node): boolean {
  return namedChildren(node).some(
    (child) =>
      child.type === "template_interpolation" ||
      child.type === "template_directive" ||
      holdsInterpolation(child),
  );
}

function readCollection(node: Node): DocumentNode {
  const [collection] = namedChildren(node);
  const position = positionOf(node);
  if (collection?.type === "tuple") {
    const items = namedChildren(collection).filter((child) => child.type === "expression");
    return { kind: "list", items: items.map(readExpression), position };
  }
  if (collection?.type !== "object") return expressionOf(node);
  const elements = namedChildren(collection).filter((child) => child.type === "object_elem");
  return { kind: "object", members: elements.flatMap(readElement), position };
}

function readElement(node: Node): readonly DocumentMember[] {
  const key = node.childForFieldName("key");
  const value = node.childForFieldName("val");
  if (key === null || value === null) return [];
  const literal = readExpression(key);
  const name = literal.kind === "scalar" && literal.isExpression !== true ? String(literal.value) : key.text;
  return [{ key: name, keyPosition: positionOf(key), value: readExpression(value) }];
}

function readNegative(node: Node): DocumentNode {
  const value = /^-\s*(\d[\d.eE+-]*)$/.exec(node.text)?.[1];
  return value === undefined
    ? expressionOf(node)
    : { kind: "scalar", value: numberOf(`-${value}`), position: positionOf(node) };
}

/** Terraform's numbers have no bounds: a whole one that would lose digits stays the text that it is. */
function numberOf(text: string): number | string {
  const number = Number(text);
  return /^-?\d+$/.test(text) && !Number.isSafeInteger(number) ? text : number;
}

function expressionOf(node: Node): DocumentNode {
  return { kind: "scalar", value: node.text, position: positionOf(node), isExpression: true };
}

/** What stands between the quotes. */
function contentOf(node: Node): string {
  return node.text.replace(/^"/, "").replace(/"$/, "");
}

function childOfType(node: Node, type: string): Node | undefined {
  return namedChildren(node).find((child) => child.type === type);
}

function namedChildren(node: Node | undefined): readonly Node[] {
  return (node?.namedChildren ?? []).filter((child) => child !== null && child.type !== "comment");
}

function positionOf(node: Node): Position {
  return { line: node.startPosition.row + 1, column: node.startPosition.column + 1 };
}
