import { expect, test } from "vitest";
import type { Resource } from "../../src/model/resource.ts";
import { runCommand } from "../support/command.ts";
import { DETAILS, IN_A_CODESPACE, SHADOW_DETAILS, type Details } from "./details.ts";
import { createFullMachine, type FullMachine } from "./machine.ts";
import { compareThings, fillIn, readReport, readThings, toThing } from "./things.ts";

/** Unix sockets without a name for their users, and `/proc`, are Linux's. */
const onLinux = test.runIf(process.platform === "linux");

onLinux(
  "setup --discover reports one of each thing, as it is and where it is, and nothing else",
  async () => {
    const machine = await createFullMachine();
    const { expected, facts } = machine;
    const reported = await discover(machine);
    const { found, misses, unplanned } = compareThings(expected, reported.map(toThing));
    process.stdout.write(`${[`${found} of ${expected.length} things`, ...misses].join("\n  ")}\n`);
    expect(unplanned).toEqual([]);
    expect(found / expected.length, misses.join("\n")).toBeGreaterThanOrEqual(0.98);

    expectDetails(reported, DETAILS);
    const shadows: Details = JSON.parse(fillIn(JSON.stringify(SHADOW_DETAILS), facts));
    expectDetails(reported, shadows);

    const { variables, rows, gone } = IN_A_CODESPACE;
    const elsewhere = await discover({ ...machine, env: { ...machine.env, ...variables } });
    expect(elsewhere.map(toThing)).toEqual(expect.arrayContaining([...readThings(rows)]));
    const here = elsewhere.filter(({ environment }) => environment === "codespaces").map(({ name }) => name);
    for (const name of gone) expect(here).not.toContain(name);
  },
);

/** What the built command reports of what was planted. */
async function discover({ root, env, isPlanted }: FullMachine): Promise<readonly Resource[]> {
  const run = await runCommand(["setup", "--discover", "--json", "--root", root], { cwd: root, env });
  expect(run).toMatchObject({ exitCode: 0, stderr: "" });
  const { data, diagnostics } = readReport(run.stdout);
  expect(diagnostics).toEqual([]);
  return data.resources.filter(isPlanted);
}

function expectDetails(reported: readonly Resource[], details: Details): void {
  const known = new Map(
    reported.map(({ resourceType, name, metadata }) => [`${resourceType} ${name}`, metadata]),
  );
  const wanted = Object.keys(details).map((key) => [key, known.get(key)]);
  expect(Object.fromEntries(wanted)).toMatchObject(details);
}
