import { parse, TomlError } from "smol-toml";
import { parseTOML, type AST } from "toml-eslint-parser";
import type { DocumentNode, ParsedDocument, Position } from "../../model/document.ts";
import { createLocator } from "./position.ts";

const NO_PLACE: Position = { line: 1, column: 1 };

/** TOML 1.0; whether it is valid and what it says is smol-toml's word, where it stands the syntax tree's. */
export function parseToml(source: string): ParsedDocument {
  const text = source.startsWith("\uFEFF") ? source.slice(1) : source;
  try {
    const value = parse(text, { integersAsBigInt: "asNeeded" });
    return { documents: [toNode(value, placesIn(text), "")], problems: [] };
  } catch (error) {
    return { documents: [], problems: [describe(error, text)] };
  }
}

/** Paths of keys, each step ended by a NUL, to the places of key and value. */
type Places = ReadonlyMap<string, { readonly key: Position; readonly value: Position }>;

function toNode(value: unknown, places: Places, path: string): DocumentNode {
  const position = places.get(path)?.value ?? NO_PLACE;
  if (Array.isArray(value)) {
    return {
      kind: "list",
      items: value.map((item, index) => toNode(item, places, `${path}${index}\0`)),
      position,
    };
  }
  if (value instanceof Date) return { kind: "scalar", value: value.toISOString(), position };
  if (typeof value !== "object" || value === null)
    return { kind: "scalar", value: scalarOf(value), position };
  const members = Object.entries(value).map(([key, member]) => {
    const memberPath = `${path}${key}\0`;
    return {
      key,
      keyPosition: places.get(memberPath)?.key ?? position,
      value: toNode(member, places, memberPath),
    };
  });
  return { kind: "object", members, position };
}

function scalarOf(value: unknown): string | number | boolean | null {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return typeof value === "bigint" ? String(value) : null;
}

/** `port = oven_port`: a value that is no value of TOML. */
const BARE_WORD = /^\s*[\w."-]{1,200}\s*=\s*(?!(true|false|inf|nan)\b)[A-Za-z_]\w*\s*(#.*)?$/;

/** What either of the two has to say; neither sentence is repeated, for both quote the text. */
function describe(
  error: unknown,
  text: string,
): {
  readonly message: string;
  readonly line: number;
  readonly column: number;
} {
  if (error instanceof TomlError) {
    const line = text.split("\n")[error.line - 1] ?? "";
    const message = BARE_WORD.test(line) ? "bare word" : "not valid TOML";
    return { message, line: error.line, column: error.column };
  }
  if (error instanceof RangeError) return { message: "nested too deep", ...NO_PLACE };
  if (!(error instanceof SyntaxError)) throw error;
  const offset = "index" in error && typeof error.index === "number" ? error.index : 0;
  return { message: "not valid TOML", ...createLocator(text)(offset) };
}

/** None where the syntax tree cannot be built of a valid text: its reader takes no string of many thousand characters. */
function placesIn(text: string): Places {
  try {
    return readPlaces(text);
  } catch (error) {
    if (error instanceof RangeError) return new Map();
    throw error;
  }
}

function readPlaces(text: string): Places {
  const places = new Map<string, { key: Position; value: Position }>();
  const root = parseTOML(text).body[0];
  for (const entry of root.body) {
    if (entry.type === "TOMLKeyValue") addPair(places, "", entry);
    else addTable(places, entry);
  }
  return places;
}

type WritablePlaces = Map<string, { key: Position; value: Position }>;

function addTable(places: WritablePlaces, table: AST.TOMLTable): void {
  const path = pathOf(table.resolvedKey);
  addPath(places, pathSteps(table.resolvedKey), startOf(table.key));
  for (const pair of table.body) addPair(places, path, pair);
}

function addPair(places: WritablePlaces, base: string, pair: AST.TOMLKeyValue): void {
  let path = base;
  for (const key of pair.key.keys) {
    path += `${key.type === "TOMLBare" ? key.name : key.value}\0`;
    if (!places.has(path)) places.set(path, { key: startOf(key), value: startOf(key) });
  }
  places.set(path, { key: places.get(path)?.key ?? startOf(pair), value: startOf(pair.value) });
  addContent(places, path, pair.value);
}

function addContent(places: WritablePlaces, path: string, content: AST.TOMLContentNode): void {
  if (content.type === "TOMLInlineTable") for (const pair of content.body) addPair(places, path, pair);
  if (content.type !== "TOMLArray") return;
  content.elements.forEach((element, index) => {
    const elementPath = `${path}${index}\0`;
    places.set(elementPath, { key: startOf(element), value: startOf(element) });
    addContent(places, elementPath, element);
  });
}

function addPath(places: WritablePlaces, steps: readonly string[], place: Position): void {
  let path = "";
  for (const step of steps) {
    path += step;
    if (!places.has(path)) places.set(path, { key: place, value: place });
  }
}

function pathOf(keys: readonly (string | number)[]): string {
  return pathSteps(keys).join("");
}

function pathSteps(keys: readonly (string | number)[]): readonly string[] {
  return keys.map((key) => `${key}\0`);
}

function startOf(node: { readonly loc: AST.SourceLocation }): Position {
  return { line: node.loc.start.line, column: node.loc.start.column + 1 };
}
