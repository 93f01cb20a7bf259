import { expect, test } from "vitest";
import {
  judgeCredential,
  parseExpiry,
  showExpiry,
} from "../../../src/registry/credentials/credential-status.ts";
import { judgeReference, referencedVariable } from "../../../src/registry/credentials/variable-reference.ts";
import { createBench } from "../../support/detector-bench.ts";

test("an end in the past counts for more than all else", async () => {
  const { platform } = (await createBench()).context;
  expect(judgeCredential({ expiresMs: Date.UTC(2020, 0, 2), isTracked: true }, platform)).toEqual({
    status: "unauthorized",
    statusReason: "expired on 2020-01-02",
  });
  expect(judgeCredential({ expiresMs: platform.clock.now() + 60_000 }, platform)).toEqual({
    status: "available",
  });
  expect(judgeCredential({ flaw: "torn", isTracked: true }, platform).statusReason).toBe(
    "torn; tracked by git",
  );
});

test.each([
  ["2020-05-06T07:08:09Z", Date.UTC(2020, 4, 6, 7, 8, 9)],
  ["2020-05-06T07:08:09UTC", Date.UTC(2020, 4, 6, 7, 8, 9)],
  ["2020-05-06 07:08:09 +00:00", Date.UTC(2020, 4, 6, 7, 8, 9)],
  ["soon", undefined],
  ["2020-99-99", undefined],
  [undefined, undefined],
])("%s", (text, milliseconds) => {
  expect(parseExpiry(text)).toBe(milliseconds);
});

test("no time is too far to be shown or left out", () => {
  expect(showExpiry(0)).toBe("1970-01-01T00:00:00.000Z");
  expect([showExpiry(undefined), showExpiry(1e17)]).toEqual([undefined, undefined]);
});

test.each([
  ["${NPM_TOKEN}", "NPM_TOKEN"],
  ["${NPM_TOKEN:-}", "NPM_TOKEN"],
  ["${NPM_TOKEN?}", "NPM_TOKEN"],
  ["$NPM_TOKEN", "NPM_TOKEN"],
  ["canary$5", undefined],
  ["${}", undefined],
])("%s refers to %s", (value, variable) => {
  expect(referencedVariable(value)).toBe(variable);
});

test("a reference is there when this process sees it", async () => {
  const { platform } = (await createBench({ env: { DOME_TOKEN: "canary", EMPTY: "" } })).context;
  expect(judgeReference("DOME_TOKEN", platform).status).toBe("available");
  expect([judgeReference("EMPTY", platform).status, judgeReference("X", platform).status]).toEqual([
    "unknown",
    "unknown",
  ]);
});
