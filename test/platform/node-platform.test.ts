import { expect, test } from "vitest";
import { createNodePlatform } from "../../src/platform/node-platform.ts";

const platform = createNodePlatform({ env: { HOME: "/home/baker" }, workingFolder: "/bakery" });

test("what is given stands in for the process's own", () => {
  expect(platform.host).toMatchObject({ homeFolder: "/home/baker", workingFolder: "/bakery" });
  expect(platform.host.processId).toBe(process.pid);
});

test("a pattern that never ends is given up, one that matches gives its groups", () => {
  expect(platform.patterns.match("oven (\\S+)( hot)?", "an oven 2.1", 500)).toEqual([
    "oven 2.1",
    "2.1",
    undefined,
  ]);
  expect(platform.patterns.match("^rye", "wheat", 500)).toBeUndefined();
  const began = performance.now();
  expect(platform.patterns.match("^(a+)+$", `${"a".repeat(40)}!`, 50)).toBeUndefined();
  expect(performance.now() - began).toBeLessThan(2_000);
});

test("sleep is over when it is aborted and does not throw", async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 20);
  const began = platform.clock.elapsed();
  await platform.clock.sleep(10_000, controller.signal);
  await platform.clock.sleep(10_000, controller.signal);
  expect(platform.clock.elapsed() - began).toBeLessThan(2_000);
});

test("random digits are as many as asked, hashes are those of SHA-256", () => {
  for (const digits of [1, 4, 7, 16])
    expect(platform.random.hex(digits)).toMatch(new RegExp(`^[0-9a-f]{${digits}}$`));
  expect(platform.hash.sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});
