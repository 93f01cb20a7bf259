import { parse } from "dotenv";
import fc from "fast-check";
import { expect, test } from "vitest";
import { toPlain } from "../../src/workspace/parsers/navigate.ts";
import { parseDotenv } from "../../src/workspace/parsers/dotenv.ts";

function values(text: string): unknown {
  const [root] = parseDotenv(text).documents;
  return root === undefined ? {} : toPlain(root);
}

const PIECE = fc.constantFrom(
  ..."A B_1 c.d e-f export = : # ' \" ` \\n \\r \\\" \\' $ ${A} $(id) é 😀 {} [1,2] // ; ,".split(" "),
  " ",
  "  ",
  "\t",
  "\n",
  "\r\n",
  "\r",
  "=",
  "KEY=",
  "KEY: ",
  "='",
  '="',
  "\u00a0",
);

test("any text gives what dotenv gives", () => {
  const text = fc.array(PIECE, { maxLength: 24 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, (source) => {
      expect(values(source)).toEqual(parse(source));
    }),
    { numRuns: 10_000 },
  );
});

test.each([
  ["a byte order mark", "\uFEFFOVEN=1\n"],
  ["Windows line ends", 'OVEN=1\r\nRYE="a\r\nb"\r\n'],
  ["a quote that is not closed", 'OVEN="hot\nRYE=1\n'],
  ["a comment in quotes", 'OVEN="hot # very" # yes\n'],
  ["JSON", 'OVEN={"heat": "200 # C"}\n'],
  ["a key that stands twice", "OVEN=1\nOVEN=2\n"],
  ["no line end at the end", "OVEN=1"],
  ["an export, and an empty value", "export OVEN=\nRYE= \n"],
  ["a colon", "OVEN: hot\nRYE:1\n"],
])("%s", (_, source) => {
  expect(values(source)).toEqual(parse(source));
});

test.each([
  ["export o=1", 8, 10],
  ["  KEY :  x", undefined, undefined],
  ["A=\n  'q'", 1, 3],
])("places in %j", (source, keyColumn, valueColumn) => {
  const [root] = parseDotenv(source).documents;
  const member = root?.kind === "object" ? root.members[0] : undefined;
  expect([member?.keyPosition.column, member?.value.position.column]).toEqual([keyColumn, valueColumn]);
});
