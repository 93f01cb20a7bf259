import { expect, test } from "vitest";
import { runCommand } from "../support/command.ts";
import { createFullMachine } from "./machine.ts";
import { MANAGERS, SHADOWS } from "./managed-tools.ts";
import { compareThings, fillIn, readReport, toThing } from "./things.ts";

/** Unix sockets without a name for their users, and `/proc`, are Linux's. */
const onLinux = test.runIf(process.platform === "linux");

onLinux(
  "setup --discover reports one of each thing, as it is and where it is, and nothing else",
  async () => {
    const { root, env, expected, facts, isPlanted } = await createFullMachine();
    const run = await runCommand(["setup", "--discover", "--json", "--root", root], { cwd: root, env });
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    const { data, diagnostics } = readReport(run.stdout);
    const reported = data.resources.filter(isPlanted);
    const { found, misses, unplanned } = compareThings(expected, reported.map(toThing));
    process.stdout.write(`${[`${found} of ${expected.length} things`, ...misses].join("\n  ")}\n`);
    expect({ unplanned, diagnostics }).toEqual({ unplanned: [], diagnostics: [] });
    expect(found / expected.length, misses.join("\n")).toBeGreaterThanOrEqual(0.98);

    const tools = new Map(
      reported.filter(({ resourceType }) => resourceType === "cli_tool").map((tool) => [tool.name, tool]),
    );
    const managers = Object.keys(MANAGERS).map((name) => [name, tools.get(name)?.metadata["manager"]]);
    expect(Object.fromEntries(managers)).toEqual(MANAGERS);
    const shadows = Object.keys(SHADOWS).map((name) => [name, tools.get(name)?.metadata["shadows"]]);
    expect(Object.fromEntries(shadows)).toEqual(JSON.parse(fillIn(JSON.stringify(SHADOWS), facts)));
  },
);
