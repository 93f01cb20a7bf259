import type { DocumentNode } from "../../model/document.ts";
import { itemsOf, membersOf } from "../parsers/navigate.ts";

/** One thing that a list of texts is made of. */
export interface ListPart {
  /** `text`: written out; `local`: another list, by its name. */
  readonly kind: "text" | "local";
  readonly value: string;
  /** 1-based. */
  readonly line: number;
  /** True when the configuration decides whether it belongs to the list. */
  readonly isConditional: boolean;
}

/** Functions that put lists together and add nothing of their own. */
const COMBINING = /^(?:toset|tolist|concat|distinct|compact|flatten|sort|reverse|setunion|coalescelist)$/;

const TOKEN =
  /(?<space>\s+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|"(?<text>(?:[^"\\\n]|\\.)*)"|(?<name>[A-Za-z_][\w.-]*)|(?<sign>[^])/gy;

const DEEPEST = 20;

/** What a list, or an expression that makes one, is known to hold; what only Terraform can tell is left out. */
export function readListParts(node: DocumentNode | undefined): readonly ListPart[] {
  if (node === undefined) return [];
  if (node.kind === "list") return itemsOf(node).flatMap(readListParts);
  if (node.kind === "object") return membersOf(node).flatMap((member) => readListParts(member.value));
  if (typeof node.value !== "string") return [];
  const { line } = node.position;
  if (node.isExpression !== true && !node.value.includes("${")) {
    return [{ kind: "text", value: node.value, line, isConditional: false }];
  }
  const source = node.value.trim().replace(/^"?\$\{([\s\S]*)\}"?$/, "$1");
  return readExpression(tokenize(source, line), { isConditional: false, depth: 0 });
}

interface Token {
  readonly kind: "text" | "name" | "sign";
  readonly value: string;
  readonly line: number;
}

function tokenize(source: string, firstLine: number): readonly Token[] {
  const tokens: Token[] = [];
  let line = firstLine;
  for (const match of source.matchAll(TOKEN)) {
    const { space, text, name, sign } = match.groups ?? {};
    if (text !== undefined) tokens.push({ kind: "text", value: text, line });
    else if (name !== undefined) tokens.push({ kind: "name", value: name, line });
    else if (sign !== undefined) tokens.push({ kind: "sign", value: sign, line });
    line += (space ?? "").split("\n").length - 1;
  }
  return tokens;
}

interface Circumstances {
  readonly isConditional: boolean;
  readonly depth: number;
}

function readExpression(tokens: readonly Token[], state: Circumstances): readonly ListPart[] {
  if (state.depth > DEEPEST) return [];
  const inner = { ...state, depth: state.depth + 1 };
  const [condition, ...outcomes] = splitAtTop(tokens, "?");
  if (condition !== undefined && outcomes.length > 0) {
    const rest = tokens.slice(condition.length + 1);
    return splitAtTop(rest, ":").flatMap((part) => readExpression(part, { ...inner, isConditional: true }));
  }
  const items = listItems(tokens);
  if (items !== undefined) return splitAtTop(items, ",").flatMap((item) => readExpression(item, inner));
  return tokens.length === 1 ? readSingle(tokens[0], state) : [];
}

function readSingle(token: Token | undefined, { isConditional }: Circumstances): readonly ListPart[] {
  if (token === undefined) return [];
  const { value, line } = token;
  if (token.kind === "text")
    return /[$%]\{/.test(value) ? [] : [{ kind: "text", value, line, isConditional }];
  const local = /^local\.([\w-]+)$/.exec(value)?.[1];
  return token.kind === "name" && local !== undefined
    ? [{ kind: "local", value: local, line, isConditional }]
    : [];
}

/** What stands between the brackets of `[…]`, `(…)` or `concat(…)`, when nothing stands beside them. */
function listItems(tokens: readonly Token[]): readonly Token[] | undefined {
  const [first, second] = tokens;
  const opensWithName = first?.kind === "name" && COMBINING.test(first.value) && isSign(second, "(");
  const start = opensWithName ? 1 : 0;
  const opener = tokens[start];
  if (!isSign(opener, "(") && !isSign(opener, "[")) return undefined;
  return closingIndex(tokens, start) === tokens.length - 1 ? tokens.slice(start + 1, -1) : undefined;
}

function closingIndex(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let index = start; index < tokens.length; index += 1) {
    depth += depthChange(tokens[index]);
    if (depth === 0) return index;
  }
  return -1;
}

function splitAtTop(tokens: readonly Token[], separator: string): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += depthChange(token);
    if (depth === 0 && isSign(token, separator)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

function depthChange(token: Token | undefined): number {
  if (token?.kind !== "sign") return 0;
  if ("([{".includes(token.value)) return 1;
  return ")]}".includes(token.value) ? -1 : 0;
}

function isSign(token: Token | undefined, sign: string): boolean {
  return token?.kind === "sign" && token.value === sign;
}
