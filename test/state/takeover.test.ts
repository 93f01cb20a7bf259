import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { readResources } from "../../src/state/resource-documents.ts";
import { openState } from "../../src/state/state-folder.ts";
import { createMachine } from "../support/command.ts";

const OVEN = ["--type", "oven", "--environment", "local", "--access-pattern", "/dev/oven"];

function deadOwner(token: string): string {
  const processId = spawnSync("true").pid;
  const startedAt = new Date().toISOString();
  return JSON.stringify({ processId, hostName: hostname(), startedAt, token, processStart: "1" });
}

test("of many processes that find a dead owner's lock, and a dead taker's guard, none loses a write", async () => {
  const machine = createMachine();
  const folder = join(machine.root, ".orchestra");
  mkdirSync(folder);
  writeFileSync(join(folder, "lock"), deadOwner("first"));
  writeFileSync(join(folder, "lock.first"), deadOwner("second"));
  const names = Array.from({ length: 16 }, (_, at) => `oven-${String(at).padStart(2, "0")}`);
  const runs = await Promise.all(
    names.map((name) => machine.run("resources", "register", "--name", name, ...OVEN)),
  );
  expect(runs.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual(names.map(() => [0, ""]));
  const state = openState(
    createNodePlatform({ workingFolder: machine.root, env: machine.env }),
    machine.root,
  );
  const registered = readResources(state).registered.map(({ name }) => name);
  expect(registered.toSorted()).toEqual(names);
  expect(existsSync(join(folder, "lock"))).toBe(false);
  expect(readdirSync(folder).filter((name) => name.startsWith("lock."))).toEqual([]);
});
