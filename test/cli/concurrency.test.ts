import { existsSync, readdirSync } from "node:fs";
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { createMachine } from "../support/command.ts";

const REGISTER = [
  "resources",
  "register",
  "--type",
  "oven",
  "--environment",
  "local",
  "--access-pattern",
  "/dev/oven",
];

async function registeredNames(machine: ReturnType<typeof createMachine>): Promise<readonly string[]> {
  const { stdout, exitCode } = await machine.run("resources", "list", "--json");
  expect(exitCode).toBe(0);
  const document: { data: { resources: { name: string }[] }; diagnostics: unknown[] } = JSON.parse(stdout);
  expect(document.diagnostics).toEqual([]);
  return document.data.resources.map(({ name }) => name);
}

test("twenty registrations at once lose none", async () => {
  const machine = createMachine();
  const names = Array.from({ length: 20 }, (_, index) => `oven-${String(index).padStart(2, "0")}`);
  const runs = await Promise.all(names.map((name) => machine.run(...REGISTER, "--name", name)));
  expect(runs.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual(names.map(() => [0, ""]));
  expect(await registeredNames(machine)).toEqual(names);
});

test("a kill at any moment leaves a state that can be read, and loses nothing that was acknowledged", async () => {
  const machine = createMachine();
  const acknowledged: string[] = [];
  for (let round = 0; round < 25; round += 1) {
    const name = `oven-${String(round).padStart(2, "0")}`;
    const child = spawn(process.execPath, [resolve("bin/orchestra.js"), ...REGISTER, "--name", name], {
      cwd: machine.root,
      env: machine.env,
      stdio: "ignore",
    });
    const ended = new Promise<number | null>((done) => child.on("close", done));
    await wait(40 + round * 6);
    child.kill("SIGKILL");
    if ((await ended) === 0) acknowledged.push(name);
  }
  expect((await machine.run(...REGISTER, "--name", "last")).exitCode).toBe(0);
  const names = await registeredNames(machine);
  expect(names).toEqual(expect.arrayContaining([...acknowledged, "last"]));
  expect(existsSync(join(machine.root, ".orchestra/lock"))).toBe(false);
  expect(readdirSync(join(machine.root, ".orchestra")).filter((name) => name.includes("corrupt"))).toEqual(
    [],
  );
});
