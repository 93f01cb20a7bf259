import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { temporaryFor } from "../../src/platform/temporary-name.ts";
import { removeStaleFiles } from "../../src/state/stale-files.ts";
import { openState, prepareFolder } from "../../src/state/state-folder.ts";
import { createMachine } from "../support/command.ts";
import { temporaryFolder } from "../support/folders.ts";

const HOUR_S = 3_600;

function setUp() {
  const root = temporaryFolder();
  const platform = createNodePlatform({ workingFolder: root, env: { HOME: root } });
  const state = openState(platform, root);
  prepareFolder(state);
  return { root, platform, state, folder: join(root, ".orchestra") };
}

/** The number of a process that has ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}

function writeAged(path: string, ageSeconds: number): void {
  writeFileSync(path, "");
  const then = Date.now() / 1_000 - ageSeconds;
  utimesSync(path, then, then);
}

test("what is left of unknown writers goes after an hour, broken files after a month, all else stays", () => {
  const { state, folder } = setUp();
  const ages: Readonly<Record<string, number>> = {
    ".resources.json.41.0123abcd.tmp": 2 * HOUR_S,
    ".resources.json.42.0123abcd.tmp": HOUR_S / 2,
    "lock.0123abcd": 2 * HOUR_S,
    "lock.4567abcd": HOUR_S / 2,
    lock: 2 * HOUR_S,
    "resources.json": 900 * 24 * HOUR_S,
    ".notes.tmp": 900 * 24 * HOUR_S,
    "resources.json.corrupt-a": 31 * 24 * HOUR_S,
    "resources.json.corrupt-b": 29 * 24 * HOUR_S,
  };
  for (const [name, age] of Object.entries(ages)) writeAged(join(folder, name), age);
  removeStaleFiles(state);
  expect(readdirSync(folder).toSorted()).toEqual(
    [
      ".gitignore",
      ".notes.tmp",
      ".resources.json.42.0123abcd.tmp",
      "lock",
      "lock.4567abcd",
      "resources.json",
      "resources.json.corrupt-b",
    ].toSorted(),
  );
});

test("what a dead process of this machine left goes at once; a living one's, and another machine's, stay", () => {
  const { platform, state, folder } = setUp();
  const { hostName } = platform.host;
  const [dead, alive] = [deadProcess(), process.pid];
  const nameOf = (processId: number, host: string) =>
    basename(temporaryFor("resources.json", { processId, hostName: host }));
  const kept = [nameOf(alive, hostName), nameOf(dead, `${hostName}-2`)];
  const cached = nameOf(alive, hostName);
  mkdirSync(join(folder, "cache"));
  for (const name of [...kept, nameOf(dead, hostName)]) writeAged(join(folder, name), 0);
  for (const name of [cached, nameOf(dead, hostName)]) writeAged(join(folder, "cache", name), 0);
  removeStaleFiles(state);
  expect(readdirSync(folder).toSorted()).toEqual([".gitignore", "cache", ...kept].toSorted());
  expect(readdirSync(join(folder, "cache"))).toEqual([cached]);
});

test("a cache folder that is a link is not followed", () => {
  const { platform, state, root, folder } = setUp();
  const name = basename(temporaryFor("x", { processId: deadProcess(), hostName: platform.host.hostName }));
  mkdirSync(join(root, "elsewhere"));
  writeAged(join(root, "elsewhere", name), 2 * HOUR_S);
  symlinkSync(join(root, "elsewhere"), join(folder, "cache"));
  removeStaleFiles(state);
  expect(readdirSync(join(root, "elsewhere"))).toEqual([name]);
});

test("a discovery removes what a writer left that was killed just before", async () => {
  const machine = createMachine();
  await machine.run("setup", "--discover");
  const folder = join(machine.root, ".orchestra");
  const writer = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  onTestFinished(() => void writer.kill("SIGKILL"));
  const { hostName } = createNodePlatform().host;
  const left = temporaryFor(join(folder, "resources.json"), { processId: writer.pid ?? 0, hostName });
  writeFileSync(left, "{");
  await machine.run("setup", "--discover");
  expect(readdirSync(folder)).toContain(basename(left));
  writer.kill("SIGKILL");
  await once(writer, "exit");
  await machine.run("setup", "--discover");
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});
