import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { temporaryFolder } from "../support/folders.ts";

const SECONDS = { timeoutMs: 10_000 };

function processesWith(env: Readonly<Record<string, string>> = {}) {
  return createNodePlatform({ env: { PATH: process.env["PATH"], ...env } }).processes;
}

test("a program sees where things are, and none of the caller's other variables", async () => {
  const env = { HOME: "/home/baker", OVEN_TOKEN: "canary-not-a-secret", NODE_OPTIONS: "--no-warnings" };
  const run = await processesWith(env).run("env", [], SECONDS);
  expect(run).toMatchObject({ stdout: expect.stringContaining("HOME=/home/baker") });
  expect(JSON.stringify(run)).not.toMatch(/canary|OVEN_TOKEN|NODE_OPTIONS/);
});

test("standard input is closed and a longer output is cut", async () => {
  expect(await processesWith().run("cat", [], SECONDS)).toMatchObject({ exitCode: 0, stdout: "" });
  const long = await processesWith().run("seq", ["100000"], { ...SECONDS, maxBytes: 5 });
  expect(long).toMatchObject({ exitCode: 0, stdout: "1\n2\n3" });
});

test("bytes come back as they were written", async () => {
  const run = await processesWith().runForBytes("printf", ["b\\377"], SECONDS);
  expect(run).toMatchObject({ stdout: Buffer.from([0x62, 0xff]) });
});

test("a child that leaves the family, with the output still open, does not prolong the wait", async () => {
  const began = performance.now();
  const script =
    "require('child_process').spawn('sleep', ['3'], { detached: true, stdio: 'inherit' }).unref()";
  for (const method of ["run", "runForBytes"] as const) {
    await processesWith()[method](process.execPath, ["-e", script], { timeoutMs: 600 });
  }
  expect(performance.now() - began).toBeLessThan(2_600);
});

test("an aborted run ends, before and after it began", async () => {
  const controller = new AbortController();
  const running = processesWith().run("sleep", ["9"], { ...SECONDS, signal: controller.signal });
  setTimeout(() => controller.abort(), 50);
  expect(await running).toEqual({ ended: "killed" });
  const late = await processesWith().run("sleep", ["9"], { ...SECONDS, signal: controller.signal });
  expect(late).toEqual({ ended: "killed" });
});

test("what cannot be started is a finding, whatever the system says", async () => {
  const folder = temporaryFolder();
  symlinkSync("loop", join(folder, "loop"));
  writeFileSync(join(folder, "notes"), "no program", { mode: 0o644 });
  const ended = async (program: string, ...parameters: string[]) => {
    const run = await processesWith().run(program, parameters, SECONDS);
    expect(await processesWith().runForBytes(program, parameters, SECONDS)).toEqual(run);
    return run.ended;
  };
  expect(await ended(join(folder, "none"))).toBe("not_found");
  expect(await ended(join(folder, "notes", "below"))).toBe("not_found");
  expect(await ended(join(folder, "loop"))).toBe("not_found");
  expect(await ended("")).toBe("not_found");
  expect(await ended("echo", "nul\0")).toBe("not_found");
  expect(await ended(join(folder, "notes"))).toBe("denied");
  expect(await ended(folder)).toBe("denied");
  expect(await ended("echo", "x".repeat(4_000_000))).toBe("killed");
});

test("only a number that a process has is alive", () => {
  const isAlive = (processId: number) => processesWith().isAlive(processId);
  expect(isAlive(process.pid)).toBe(true);
  for (const none of [0, -1, -process.pid, Number.NaN, 1.5, 2 ** 31])
    expect(isAlive(none), `${none}`).toBe(false);
});
