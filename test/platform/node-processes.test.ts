import { expect, test } from "vitest";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { temporaryFolder, writeTree } from "../support/folders.ts";

const { processes } = createNodePlatform({
  env: { PATH: process.env["PATH"], HOME: "/", OVEN_SECRET: "canary" },
});

test.each(["run", "runForBytes"] as const)(
  "%s gives what a program says, with a small environment",
  async (method) => {
    const result = await processes[method](
      "sh",
      ["-c", 'echo "$1:$OVEN_SECRET"; echo oops >&2; exit 3', "sh", "a b;$(c)"],
      { timeoutMs: 5_000 },
    );
    expect(result).toMatchObject({ ended: "exited", exitCode: 3, stderr: "oops\n" });
    if (result.ended === "exited") expect(String(result.stdout)).toBe("a b;$(c):\n");
  },
);

test.each(["run", "runForBytes"] as const)(
  "%s ends a program and its children at the deadline",
  async (method) => {
    const folder = temporaryFolder();
    writeTree(folder, { wrapper: "#!/bin/sh\nsleep 30 & wait\n" }, 0o755);
    const began = performance.now();
    expect(await processes[method](`${folder}/wrapper`, [], { timeoutMs: 200 })).toEqual({
      ended: "timed_out",
    });
    expect(performance.now() - began).toBeLessThan(5_000);
  },
);

test.each(["run", "runForBytes"] as const)(
  "%s tells why a program did not start, and can be called off",
  async (method) => {
    const folder = temporaryFolder();
    writeTree(folder, { plain: "text" });
    expect(await processes[method](`${folder}/nothing`, [], { timeoutMs: 1_000 })).toEqual({
      ended: "not_found",
    });
    expect(await processes[method](`${folder}/plain`, [], { timeoutMs: 1_000 })).toEqual({ ended: "denied" });
    const controller = new AbortController();
    const running = processes[method]("sleep", ["30"], { timeoutMs: 20_000, signal: controller.signal });
    controller.abort();
    expect(await running).toEqual({ ended: "killed" });
  },
);

test("more than the limit is cut", async () => {
  const result = await processes.run("sh", ["-c", "yes | head -c 100000"], {
    timeoutMs: 5_000,
    maxBytes: 1_000,
  });
  expect(result.ended === "exited" && result.stdout.length).toBe(1_000);
});
