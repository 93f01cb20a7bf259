import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { withLock } from "../../src/state/lock.ts";
import { openState } from "../../src/state/state-folder.ts";
import { temporaryFolder } from "../support/folders.ts";

function setUp() {
  const root = temporaryFolder();
  mkdirSync(join(root, ".orchestra"));
  const platform = createNodePlatform({ workingFolder: root, env: { HOME: root } });
  return { root, platform, state: openState(platform, root), lockPath: join(root, ".orchestra/lock") };
}

function owner(changes: object) {
  const base = {
    processId: process.pid,
    hostName: hostname(),
    startedAt: new Date().toISOString(),
    token: "t1",
    processStart: "",
  };
  return JSON.stringify({ ...base, ...changes });
}

test("work of one process is done one piece after the other", async () => {
  const { state } = setUp();
  const events: string[] = [];
  const work = (name: string) =>
    withLock(state, async () => {
      events.push(`${name} begins`);
      await new Promise((done) => setTimeout(done, 5));
      events.push(`${name} ends`);
    });
  await Promise.all(["a", "b", "c"].map(work));
  for (let at = 0; at < events.length; at += 2) expect(events[at]?.[0]).toBe(events[at + 1]?.[0]);
});

test("the lock is given back when the work throws", async () => {
  const { state, lockPath } = setUp();
  await expect(withLock(state, () => Promise.reject(new Error("burnt")))).rejects.toThrow("burnt");
  expect(existsSync(lockPath)).toBe(false);
});

test("a dead owner's lock is taken over at once, whoever died and however", async () => {
  const dead = spawnSync("true").pid;
  for (const content of [owner({ processId: dead }), "not json", "", owner({ processStart: "1" })]) {
    const { state, lockPath } = setUp();
    writeFileSync(lockPath, content);
    const began = performance.now();
    expect(await withLock(state, () => "done")).toBe("done");
    expect(performance.now() - began).toBeLessThan(2_000);
  }
});

test("a process that died while it took over a dead owner's lock holds nobody up", async () => {
  const { state, lockPath } = setUp();
  const dead = spawnSync("true").pid;
  writeFileSync(lockPath, owner({ processId: dead, token: "first" }));
  writeFileSync(`${lockPath}.first`, owner({ processId: dead, token: "second" }));
  expect(await withLock(state, () => "done")).toBe("done");
});

test("a living owner is waited for and then named", async () => {
  const { state, platform, lockPath } = setUp();
  writeFileSync(lockPath, owner({ hostName: "another-machine" }));
  let now = 0;
  const clock = { ...platform.clock, elapsed: () => now, sleep: async () => void (now += 1_000) };
  const late = withLock({ ...state, platform: { ...platform, clock } }, () => "done");
  await expect(late).rejects.toMatchObject({
    code: "LOCK_TIMEOUT",
    message: expect.stringContaining("another-machine"),
  });
  expect(existsSync(lockPath)).toBe(true);
});
