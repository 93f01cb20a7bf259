import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { createMachine } from "../support/command.ts";

test("a reader that stops early is no failure", async () => {
  const machine = createMachine();
  const child = spawn(process.execPath, [resolve("bin/orchestra.js"), "setup", "--discover", "--json"], {
    cwd: machine.root,
    env: machine.env,
    stdio: "pipe",
  });
  child.stdout.destroy();
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString("utf8")));
  const exitCode = await new Promise((done) => child.on("close", done));
  expect([exitCode, stderr]).toEqual([0, ""]);
});
