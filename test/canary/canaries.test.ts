import { expect, test } from "vitest";
import { createCanaries, findLeaks, FORMS } from "./canaries.ts";

test.each([
  ["whole", (secret: string) => `a ${secret} b`],
  ["its first letters", (secret: string) => `https://u:${secret.slice(0, 6)}…`],
  ["its last letters", (secret: string) => `…${secret.slice(-6)}@host`],
  ["as an address spells it", (secret: string) => `https://u:${encodeURIComponent(secret)}@host/`],
  ["as base64", (secret: string) => Buffer.from(`baker:${secret}`).toString("base64")],
  ["as base64 of an address", (secret: string) => Buffer.from(`{"a":"${secret}"}`).toString("base64url")],
])("a secret is found %s", (_, show) => {
  for (const form of FORMS.filter((text) => /^_.*_$/.test(text))) {
    const canaries = createCanaries();
    const secret = canaries.makeLike(form);
    canaries.make();
    expect(findLeaks(canaries, show(secret)).map((leak) => leak.split(" by ")[0])).toEqual([secret]);
  }
});

test("what holds no secret is passed over", () => {
  const canaries = createCanaries();
  canaries.make();
  expect(findLeaks(canaries, "Cnidaria, Rye, Q25pZGFyaWE=")).toEqual([]);
});
