import fc from "fast-check";
import { expect, test } from "vitest";
import { readListParts } from "../../../src/workspace/documents/terraform-list.ts";
import {
  expressionAt,
  literalAt,
  nestedBlocks,
  readTerraformBlocks,
} from "../../../src/workspace/documents/terraform.ts";
import { parseHcl } from "../../../src/workspace/parsers/hcl.ts";
import { parseJson } from "../../../src/workspace/parsers/json.ts";
import { nodeAt } from "../../../src/workspace/parsers/navigate.ts";

test("blocks are the same in both spellings", () => {
  const hcl = parseHcl(
    'terraform {\n  backend "gcs" {\n    bucket = "dome"\n  }\n}\nprovider "google" {}\nresource "a" "b" { name = "c" }\n',
  );
  const json = parseJson(
    '{"terraform": {"backend": {"gcs": {"bucket": "dome"}}},\n"provider": {"google": [{}]},\n"resource": {"a": {"b": {"name": "c"}}}}',
  );
  for (const { documents } of [hcl, json]) {
    const blocks = readTerraformBlocks(documents[0]);
    expect(blocks.map(({ type, labels }) => [type, ...labels].join(" "))).toEqual([
      "terraform",
      "provider google",
      "resource a b",
    ]);
    const [backend] = nestedBlocks(blocks[0]?.body, "backend", 1);
    expect(backend?.labels).toEqual(["gcs"]);
    expect(literalAt(backend?.body, "bucket")).toBe("dome");
  }
  expect(readTerraformBlocks(hcl.documents[0]).map(({ line }) => line)).toEqual([1, 6, 7]);
  expect(readTerraformBlocks(json.documents[0]).map(({ line }) => line)).toEqual([1, 2, 3]);
});

test("an expression is told from a literal in both spellings", () => {
  const { documents } = parseHcl('a = var.x\nb = "${var.x}"\nc = "${var.x}-y"\nd = "plain"\n');
  const json = parseJson('{"a": "${var.x}", "b": "${ var.x }", "c": "${var.x}-y", "d": "plain"}');
  for (const root of [documents[0], json.documents[0]]) {
    const read = (key: string) => [literalAt(root, key), expressionAt(root, key)];
    expect(read("a")).toEqual([undefined, "var.x"]);
    expect(read("b")).toEqual([undefined, "var.x"]);
    expect(read("c")).toEqual([undefined, "${var.x}-y"]);
    expect(read("d")).toEqual(["plain", undefined]);
  }
});

const LISTS: readonly (readonly [string, readonly string[]])[] = [
  ['["run", "sql"]', ["run:1", "sql:1"]],
  ['toset([\n  "run", # first\n  "sql",\n])', ["run:2", "sql:3"]],
  ['concat(local.base, ["run"], var.more)', ["local base:1", "run:1"]],
  ['var.on ? ["run"] : []', ["run:1?"]],
  ['concat(["run"], var.on == "yes" ? local.extra : ["sql"])', ["run:1", "local extra:1?", "sql:1?"]],
  ["local.base", ["local base:1"]],
  ['{ one = "run", two = "sql" }', ["run:1", "sql:1"]],
  ['["${var.x}", "run", var.y]', ["run:1"]],
  ['[for s in ["run"] : upper(s)]', []],
  ['toset(["run"]) == var.x', []],
  ['setsubtract(["run"], ["sql"])', []],
  ['var.map["run"]', []],
];

test.each(LISTS)("the parts of %s", (source, expected) => {
  const { documents } = parseHcl(`list = ${source}\n`);
  const parts = readListParts(nodeAt(documents[0], "list"));
  const shown = parts.map(
    ({ kind, value, line, isConditional }) =>
      `${kind === "local" ? "local " : ""}${value}:${line}${isConditional ? "?" : ""}`,
  );
  expect(shown).toEqual(expected);
});

test("any expression is read to its end, a deep or long one too", () => {
  const read = (value: string) =>
    readListParts({ kind: "scalar", value, isExpression: true, position: { line: 1, column: 1 } });
  fc.assert(fc.property(fc.string(), (text) => void read(text)));
  const pieces = fc.constantFrom(
    "[",
    "]",
    "(",
    ")",
    "?",
    ":",
    ",",
    '"run"',
    "toset",
    "local.a",
    "/*",
    "\n",
    '"',
  );
  fc.assert(fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => void read(parts.join(""))));
  for (const piece of ["[", "(", "toset(", "a ? ", '"', "/*", "x,", ": ", '["a"],']) {
    expect(Array.isArray(read(piece.repeat(50_000)))).toBe(true);
  }
});
