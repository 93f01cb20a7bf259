import type { DocumentMember, DocumentNode, Position } from "../../model/document.ts";
import type { HclCursor } from "./hcl-cursor.ts";
import { exactNumber } from "./exact-number.ts";
import { readHeredoc, readQuoted, seesHeredoc, type TemplateValue } from "./hcl-template.ts";

/**
 * An expression: a literal is evaluated, anything else is a scalar whose value is its source text. Throws `HclFault`
 * where it is none.
 */
export function readExpression(cursor: HclCursor): DocumentNode {
  return cursor.nested(() => {
    cursor.skipSpace();
    const start = cursor.at;
    const literal = readBinary(cursor);
    const end = cursor.at;
    cursor.skipSpace();
    if (!cursor.sees("?")) {
      cursor.at = end;
      return literal ?? expressionNode(cursor, start);
    }
    cursor.at += 1;
    readExpression(cursor);
    cursor.skipSpace();
    cursor.expect(":");
    readExpression(cursor);
    return expressionNode(cursor, start);
  });
}

/** What one operand is, when it stands alone and is a literal. */
type Operand = DocumentNode | undefined;

const OPERATOR = /\|\||&&|==|!=|<=|>=|[<>+*%-]|\/(?![/*])/y;

function readBinary(cursor: HclCursor): Operand {
  let value = readUnary(cursor);
  for (;;) {
    const end = cursor.at;
    cursor.skipSpace();
    if (cursor.match(OPERATOR) === undefined) {
      cursor.at = end;
      return value;
    }
    value = undefined;
    cursor.skipSpace();
    readUnary(cursor);
  }
}

function readUnary(cursor: HclCursor): Operand {
  const start = cursor.at;
  let signs = "";
  for (let sign = cursor.match(/[!-]/y); sign !== undefined; sign = cursor.match(/[!-]/y)) {
    signs += sign;
    cursor.skipSpace();
  }
  const value = readPostfix(cursor);
  if (signs === "") return value;
  if (signs !== "-" || value?.kind !== "scalar" || value.isExpression === true) return undefined;
  const source = cursor.text.slice(start + 1, cursor.at).trim();
  if (!/^\d/.test(source)) return undefined;
  return { kind: "scalar", value: exactNumber(`-${source}`), position: cursor.position(start) };
}

function readPostfix(cursor: HclCursor): Operand {
  let value = readPrimary(cursor);
  for (;;) {
    const end = cursor.at;
    cursor.skipSpace();
    if (!readAccess(cursor)) {
      cursor.at = end;
      return value;
    }
    value = undefined;
  }
}

/** `.name`, `.0`, `.*`, `[index]`, `[*]`. */
function readAccess(cursor: HclCursor): boolean {
  if (cursor.sees(".") && !cursor.sees("...")) {
    cursor.at += 1;
    cursor.skipSpace();
    if (cursor.takes("*") || cursor.word() !== undefined || cursor.match(/\d+/y) !== undefined) return true;
    cursor.fail();
  }
  if (!cursor.takes("[")) return false;
  cursor.within(false, () => {
    cursor.skipSpace();
    if (!cursor.takes("*")) readExpression(cursor);
    cursor.skipSpace();
    cursor.expect("]");
  });
  return true;
}

function readPrimary(cursor: HclCursor): Operand {
  const start = cursor.at;
  const position = cursor.position(start);
  const number = cursor.match(/\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\p{L}_])/uy);
  if (number !== undefined) return { kind: "scalar", value: exactNumber(number), position };
  if (cursor.sees('"')) return scalarOf(readQuoted(cursor, readEmbedded), position);
  if (seesHeredoc(cursor)) return scalarOf(readHeredoc(cursor), position);
  if (cursor.sees("[")) return readTuple(cursor, position);
  if (cursor.sees("{")) return readObject(cursor, position);
  if (cursor.sees("(")) return readParenthesis(cursor);
  return readNamed(cursor, position);
}

function scalarOf(value: TemplateValue, position: Position): Operand {
  return value === undefined ? undefined : { kind: "scalar", value, position };
}

function readEmbedded(cursor: HclCursor): TemplateValue {
  const node = readExpression(cursor);
  if (node.kind !== "scalar" || node.isExpression === true || node.value === null) return undefined;
  return node.value;
}

function readParenthesis(cursor: HclCursor): Operand {
  return cursor.within(false, () => {
    cursor.expect("(");
    const inner = readExpression(cursor);
    cursor.skipSpace();
    cursor.expect(")");
    return inner.kind === "scalar" && inner.isExpression === true ? undefined : inner;
  });
}

const WORDS: Readonly<Record<string, boolean | null | undefined>> = { true: true, false: false, null: null };

/** A name, a call, or one of the words that are values. */
function readNamed(cursor: HclCursor, position: Position): Operand {
  const word = cursor.word();
  if (word === undefined) cursor.fail();
  while (cursor.takes("::")) if (cursor.word() === undefined) cursor.fail();
  const value = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  if (!cursor.sees("(")) return value === undefined ? undefined : { kind: "scalar", value, position };
  readArguments(cursor);
  return undefined;
}

function readArguments(cursor: HclCursor): void {
  cursor.within(false, () => {
    cursor.expect("(");
    for (;;) {
      cursor.skipSpace();
      if (cursor.takes(")")) return;
      readExpression(cursor);
      cursor.skipSpace();
      cursor.takes("...");
      cursor.skipSpace();
      if (!cursor.takes(",") && !cursor.sees(")")) cursor.fail();
    }
  });
}

function readTuple(cursor: HclCursor, position: Position): Operand {
  return cursor.within(false, () => {
    cursor.expect("[");
    cursor.skipSpace();
    if (seesFor(cursor)) {
      readFor(cursor, "]");
      return undefined;
    }
    const items: DocumentNode[] = [];
    for (;;) {
      cursor.skipSpace();
      if (cursor.takes("]")) return { kind: "list", items, position };
      items.push(readExpression(cursor));
      cursor.skipSpace();
      if (!cursor.takes(",") && !cursor.sees("]")) cursor.fail();
    }
  });
}

function readObject(cursor: HclCursor, position: Position): Operand {
  cursor.expect("{");
  cursor.skipLines();
  if (seesFor(cursor)) {
    cursor.within(false, () => readFor(cursor, "}"));
    return undefined;
  }
  return cursor.within(true, () => {
    const members: DocumentMember[] = [];
    for (;;) {
      cursor.skipLines();
      if (cursor.takes("}")) return { kind: "object", members, position };
      members.push(readElement(cursor));
      cursor.skipSpace();
      if (!cursor.takes(",") && !cursor.sees("}") && (!cursor.endsLine() || cursor.isAtEnd())) cursor.fail();
    }
  });
}

function readElement(cursor: HclCursor): DocumentMember {
  const start = cursor.at;
  const keyNode = readExpression(cursor);
  const source = cursor.text.slice(start, cursor.at);
  const isLiteral = keyNode.kind === "scalar" && keyNode.isExpression !== true;
  cursor.skipSpace();
  if (!cursor.takes("=") && !cursor.takes(":")) cursor.fail();
  return {
    key: isLiteral ? String(keyNode.value) : source,
    keyPosition: cursor.position(start),
    value: readExpression(cursor),
  };
}

function seesFor(cursor: HclCursor): boolean {
  return /^for[\s/#]/.test(cursor.text.slice(cursor.at, cursor.at + 4));
}

function readFor(cursor: HclCursor, close: string): void {
  cursor.match(/for/y);
  cursor.skipSpace();
  if (cursor.word() === undefined) cursor.fail();
  cursor.skipSpace();
  if (cursor.takes(",")) {
    cursor.skipSpace();
    if (cursor.word() === undefined) cursor.fail();
  }
  cursor.skipSpace();
  if (cursor.word() !== "in") cursor.fail();
  readExpression(cursor);
  cursor.skipSpace();
  cursor.expect(":");
  readExpression(cursor);
  cursor.skipSpace();
  if (cursor.takes("=>")) readExpression(cursor);
  cursor.skipSpace();
  cursor.takes("...");
  cursor.skipSpace();
  if (cursor.match(/if(?![\p{L}\p{N}_-])/uy) !== undefined) readExpression(cursor);
  cursor.skipSpace();
  cursor.expect(close);
}

/** The source of an expression from a place to where the cursor stands. */
function expressionNode(cursor: HclCursor, start: number): DocumentNode {
  const value = cursor.text.slice(start, cursor.at).trimEnd();
  return { kind: "scalar", value, position: cursor.position(start), isExpression: true };
}
