import fc from "fast-check";
import { stringify as stringifyToml } from "smol-toml";
import { expect, test } from "vitest";
import { stringify as stringifyYaml } from "yaml";
import { parseStructured } from "../../../src/workspace/parsers/index.ts";
import { toPlain } from "../../../src/workspace/parsers/navigate.ts";

/** Minus nought is nought everywhere but in memory; a whole number that a double cannot hold is kept as text. */
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((made) => (Object.is(made, -0) ? 0 : made))
  .filter((made) => Number.isSafeInteger(made) || /[.e]/.test(String(made)));

/** The writers leave `<<` bare, which YAML then takes for the key that merges. */
const name = fc.string({ minLength: 1, maxLength: 6 }).filter((made) => made !== "<<");

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: "grapheme", maxLength: 12 }),
    number,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(name, tie("value"), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
}));

test.each([
  ["json", (made: unknown) => JSON.stringify(made)],
  ["jsonc", (made: unknown) => JSON.stringify(made, undefined, 2)],
  ["yaml", (made: unknown) => stringifyYaml(made)],
] as const)("what is written as %s is read back the same", { timeout: 60_000 }, async (format, write) => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(name, value, { maxKeys: 4, noNullPrototype: true }), async (made) => {
      const { documents, problems } = await parseStructured(format, write(made));
      expect(problems).toEqual([]);
      expect(documents[0] === undefined ? undefined : toPlain(documents[0])).toEqual(made);
    }),
    { numRuns: 2_000 },
  );
});

test("a merge key that has nothing to merge stays a key", async () => {
  const { documents } = await parseStructured("yaml", "a: &a {b: 1}\nc:\n  <<: *a\nd:\n  <<: 0\n");
  const found = documents[0] === undefined ? undefined : toPlain(documents[0]);
  expect(found).toEqual({ a: { b: 1 }, c: { b: 1 }, d: { "<<": 0 } });
});

test("what is written as TOML is read back the same", async () => {
  const scalar = fc.oneof(fc.string({ unit: "grapheme", maxLength: 12 }), fc.integer(), fc.boolean());
  const table = fc.dictionary(
    fc.string({ minLength: 1, maxLength: 6 }),
    fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })),
    {
      maxKeys: 4,
      noNullPrototype: true,
    },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.string({ minLength: 1, maxLength: 6 }), table, { maxKeys: 3, noNullPrototype: true }),
      async (made) => {
        const { documents, problems } = await parseStructured("toml", stringifyToml(made));
        expect(problems).toEqual([]);
        expect(documents[0] === undefined ? undefined : toPlain(documents[0])).toEqual(made);
      },
    ),
    { numRuns: 2_000 },
  );
});

test.each([
  ["json", '{"a": 12345678901234567890, "b": -9007199254740993, "c": 9007199254740991}'],
  ["yaml", "a: 12345678901234567890\nb: -9007199254740993\nc: 9007199254740991\n"],
  ["toml", "a = 1234567890123456789\nb = -9007199254740993\nc = 9007199254740991\n"],
] as const)("whole numbers of %s that a double cannot hold keep their digits", async (format, text) => {
  const { documents } = await parseStructured(format, text);
  const found = documents[0] === undefined ? undefined : toPlain(documents[0]);
  const a = format === "toml" ? "1234567890123456789" : "12345678901234567890";
  expect(found).toEqual({ a, b: "-9007199254740993", c: 9_007_199_254_740_991 });
});
