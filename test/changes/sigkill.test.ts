import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { createOrchestra } from "../../src/api/orchestra.ts";
import { runCommand } from "../support/command.ts";
import { temporaryFolder } from "../support/folders.ts";
import { layLoaves, loafSteps } from "../support/long-plan.ts";
import { snapshotTree } from "../support/tree-snapshot.ts";

const STEPS = 200;

/** A few in each run of the tests; `ORCHESTRA_TEST_KILLS=300` asks for as many as that. */
const KILLS = Number(process.env["ORCHESTRA_TEST_KILLS"] ?? 10);

/** Applies the plan in a process of its own, says when it begins, and how long it took. */
const SCRIPT = `
import { readFileSync } from "node:fs";
const { createOrchestra } = await import(process.argv[2]);
const orchestra = createOrchestra({ root: process.argv[3] });
const { plan } = await orchestra.planChanges(JSON.parse(readFileSync(process.argv[4], "utf8")));
process.stdout.write("begin\\n");
const began = performance.now();
await orchestra.applyPlan(plan, { allowDirty: true });
process.stdout.write(String(performance.now() - began));
`;

function createGround() {
  const folder = temporaryFolder();
  const [script, steps, home] = ["apply.mjs", "steps.json", "home"].map((name) => join(folder, name));
  if (script === undefined || steps === undefined || home === undefined) throw new Error("unreachable");
  mkdirSync(home);
  writeFileSync(script, SCRIPT);
  writeFileSync(steps, JSON.stringify(loafSteps(STEPS)));
  const env = { HOME: home, PATH: "" };
  const lay = (name: string) => {
    const root = join(folder, name);
    mkdirSync(root);
    layLoaves(root, STEPS);
    return root;
  };
  const library = pathToFileURL(resolve("dist/index.js")).href;
  return { env, lay, parameters: (root: string) => [script, library, root, steps] };
}

/** Kills the process so long after the plan began; gives what it had said. */
function runUntil(parameters: readonly string[], env: Record<string, string>, afterMs: number) {
  return new Promise<string>((done) => {
    const child = spawn(process.execPath, parameters, { env, stdio: ["ignore", "pipe", "ignore"] });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      if (said === "" && afterMs !== Infinity) setTimeout(() => child.kill("SIGKILL"), afterMs);
      said += chunk.toString();
    });
    child.on("close", () => done(said));
  });
}

test(
  "killed at random instants of a plan of 200 steps, the next command of any kind makes the tree whole",
  { timeout: 600_000 },
  async () => {
    const { env, lay, parameters } = createGround();
    const probe = lay("probe");
    const before = snapshotTree(probe);
    const said = await runUntil(parameters(probe), env, Infinity);
    const after = snapshotTree(probe);
    expect(after).not.toEqual(before);
    const wholeMs = Number(said.split("\n")[1]);
    const ends = { before: 0, after: 0, told: 0 };
    for (let kill = 0; kill < KILLS; kill += 1) {
      const root = lay(`kill-${kill}`);
      await runUntil(parameters(root), env, (wholeMs * 1.1 * (kill + 0.5)) / KILLS);
      const { stderr } = await runCommand(["conflicts", "list"], { cwd: root, env });
      if (stderr.includes("CHANGES_RECOVERED")) ends.told += 1;
      const now = snapshotTree(root);
      const isAfter = JSON.stringify(now) === JSON.stringify(after);
      expect(now, `kill ${kill}`).toEqual(isAfter ? after : before);
      ends[isAfter ? "after" : "before"] += 1;
      expect(await createOrchestra({ root, env }).recover()).toBeUndefined();
    }
    expect(ends.before + ends.after).toBe(KILLS);
    expect(ends.told).toBeGreaterThan(0);
    process.stdout.write(`${KILLS} kills: ${JSON.stringify(ends)}\n`);
  },
);
