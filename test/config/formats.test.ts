import { parse as parseWithDotenv } from "dotenv";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readValues } from "../../src/config/formats/read.ts";
import { EXPORT_FORMATS, type ExportFormat, type WrittenValue } from "../../src/config/formats/types.ts";
import { writeFormat } from "../../src/config/formats/write.ts";
import type { JsonValue } from "../../src/model/json.ts";

const NAMES: Readonly<Record<ExportFormat, string>> = {
  json: "x.json",
  yaml: "x.yaml",
  env: "x.env",
  tfvars: "x.tfvars",
};

const MARKS = [
  "\n",
  "\r",
  "\t",
  "'",
  '"',
  "`",
  "\\",
  "\\n",
  "#",
  " ",
  "=",
  "${",
  "%{",
  "$",
  "$$",
  "{",
  "}",
  ":",
  "-",
  "é",
  "🙂",
  "\u2028",
  "\u0007",
];

const awkwardText = fc
  .array(fc.oneof(fc.constantFrom(...MARKS), fc.string({ maxLength: 4 })), { maxLength: 8 })
  .map((parts) => parts.join("").normalize("NFC"));

const text = fc.oneof(
  awkwardText,
  fc.constantFrom(
    "",
    "true",
    "null",
    "~",
    "yes",
    "0x1f",
    "1e3",
    "0123",
    "2001-01-01",
    "!tag",
    "*a",
    "&a",
    "- x",
    "? y",
    "[",
    "<<",
  ),
);

const key = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,12}$/);

/** A whole number whose digits a double would lose is kept as text everywhere. */
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .filter((made) => Number.isSafeInteger(made) || /[.e]/.test(String(made)));

const scalar = fc.oneof(text, fc.integer(), fc.boolean(), number);

const value: fc.Arbitrary<JsonValue> = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }));

function valuesOf(made: fc.Arbitrary<JsonValue>): fc.Arbitrary<readonly WrittenValue[]> {
  return fc.uniqueArray(fc.record({ key, value: made }), { selector: (one) => one.key, maxLength: 6 });
}

/** Minus nought is nought everywhere but in memory. */
function plain(written: JsonValue | undefined): JsonValue | undefined {
  if (Array.isArray(written)) return written.map((item) => plain(item) ?? null);
  return Object.is(written, -0) ? 0 : written;
}

test.each(["json", "yaml", "tfvars"] as const)(
  "what is written as %s reads back to the same",
  async (format) => {
    await fc.assert(
      fc.asyncProperty(valuesOf(value), async (values) => {
        const { text: file, leftOut } = await writeFormat(format, values);
        const lost = new Set(leftOut.map((one) => one.key));
        const found = await readValues(NAMES[format], file);
        expect(Object.fromEntries(found.map((one) => [one.key, plain(one.value)]))).toEqual(
          Object.fromEntries(
            values.filter((one) => !lost.has(one.key)).map((one) => [one.key, plain(one.value)]),
          ),
        );
      }),
      { numRuns: 1_500 },
    );
  },
);

test("what is written as .env is what dotenv reads; what it cannot hold is named", async () => {
  await fc.assert(
    fc.asyncProperty(valuesOf(text), async (values) => {
      const { text: file, leftOut } = await writeFormat("env", values);
      const lost = new Set(leftOut.map((one) => one.key));
      const wanted = Object.fromEntries(
        values.filter((one) => !lost.has(one.key)).map((one) => [one.key, one.value]),
      );
      expect(parseWithDotenv(file)).toEqual(wanted);
      const found = await readValues(NAMES.env, file);
      expect(Object.fromEntries(found.map((one) => [one.key, one.value]))).toEqual(wanted);
    }),
    { numRuns: 3_000 },
  );
});

test("what fits in one kind of quotes is never left out of .env", async () => {
  const fitting = fc.oneof(
    awkwardText.map((made) => made.replaceAll(/[\r']/g, "").replace(/\\+$/, "")),
    awkwardText.map((made) => made.replaceAll(/["\\]/g, "")),
  );
  await fc.assert(
    fc.asyncProperty(valuesOf(fitting), async (values) => {
      expect((await writeFormat("env", values)).leftOut).toEqual([]);
    }),
    { numRuns: 1_500 },
  );
});

test.each(EXPORT_FORMATS)("a key without a value keeps its name in %s, and gives none", async (format) => {
  const { text: file } = await writeFormat(format, [{ key: "API_TOKEN", value: undefined }]);
  expect(file).toContain("API_TOKEN");
  const [found] = await readValues(NAMES[format], file);
  expect(found?.value ?? "").toBe("");
});

test("names that a format does not have are left out and said", async () => {
  const values = [
    { key: "a b", value: 1 },
    { key: "a.b", value: 2 },
  ];
  expect((await writeFormat("env", values)).leftOut.map((one) => one.key)).toEqual(["a b"]);
  expect((await writeFormat("tfvars", values)).leftOut.map((one) => one.key)).toEqual(["a b", "a.b"]);
});
