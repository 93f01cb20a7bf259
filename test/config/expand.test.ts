import fc from "fast-check";
import { expect, test } from "vitest";
import { expandText } from "../../src/config/expand.ts";
import type { ConfigEntry } from "../../src/model/config-entry.ts";

const VALUES: Readonly<Record<string, string>> = {
  HOST: "db",
  EMPTY: "",
  URL: "http://$HOST",
  LOOP: "a${LOOP}",
  ONE: "$TWO",
  TWO: "$ONE",
};

function lookup(key: string): ConfigEntry | undefined {
  const value = VALUES[key];
  const isSecret = key === "PIN";
  if (value === undefined && !isSecret) return undefined;
  return {
    key,
    ...(value === undefined ? {} : { value }),
    isSecret,
    environment: "all",
    scope: ".",
    layer: "dotenv",
    priority: 2,
    source: { kind: "dotenv", file: ".env", line: 1, column: 1 },
  };
}

test.each([
  ["plain", "plain"],
  ["$HOST:1", "db:1"],
  ["${HOST}x", "dbx"],
  ["${NONE:-five}", "five"],
  ["${NONE-five}", "five"],
  ["${EMPTY:-five}", "five"],
  ["${EMPTY-five}", ""],
  ["${NONE:-${HOST}}", "db"],
  ["${NONE}", ""],
  ["$NONE", ""],
  ["$URL/x", "http://db/x"],
  ["\\$HOST", "$HOST"],
  ["$(rm -rf /)", "$(rm -rf /)"],
  ["$1 $", "$1 $"],
  ["${", "${"],
  ["${HOST", "${HOST"],
  ["${HOST:?x}", "${HOST:?x}"],
  ["$LOOP", "a${LOOP}"],
  ["$ONE", "$ONE"],
])("%s becomes %s", (text, expected) => {
  expect(expandText(text, lookup)).toEqual({ text: expected, needsSecret: false });
});

test("a text that needs a secret stays as it is written", () => {
  for (const text of ["x$PIN", "${NONE:-${PIN}}"]) {
    expect(expandText(text, lookup)).toEqual({ text, needsSecret: true });
  }
});

test("any text comes to an end", () => {
  const part = fc.constantFrom("$", "{", "}", ":-", "-", "HOST", "LOOP", "ONE", "\\", "(", "x");
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      expect(expandText(parts.join(""), lookup).text.length).toBeLessThanOrEqual(65_536);
    }),
    { numRuns: 10_000 },
  );
});
