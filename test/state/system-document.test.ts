import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createOrchestra } from "../../src/index.ts";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { openState } from "../../src/state/state-folder.ts";
import { markInitialized, readInitialization } from "../../src/state/system-document.ts";
import { createMachine } from "../support/command.ts";
import { temporaryFolder } from "../support/folders.ts";

const [MORNING, NOON] = ["2026-05-01T06:00:00.000Z", "2026-05-01T12:00:00.000Z"];

function setUp() {
  const root = temporaryFolder();
  const state = openState(createNodePlatform({ workingFolder: root, env: { HOME: root } }), root);
  return { root, state, path: join(root, ".orchestra/system.json") };
}

test("the first initialisation is kept", async () => {
  const { state } = setUp();
  expect(readInitialization(state)).toEqual({ initializedAt: undefined, diagnostics: [] });
  expect(await markInitialized(state, MORNING)).toEqual([]);
  expect(await markInitialized(state, NOON)).toEqual([]);
  expect(readInitialization(state)).toEqual({ initializedAt: MORNING, diagnostics: [] });
});

test.each(["", "{", "{}", '{"schemaVersion":1,"initializedAt":"noon"}'])(
  "a document that reads %j is set aside, said to be broken, and made anew",
  async (text) => {
    const { root, state, path } = setUp();
    await markInitialized(state, MORNING);
    writeFileSync(path, text);
    const diagnostics = await markInitialized(state, NOON);
    expect(diagnostics).toMatchObject([{ code: "STATE_CORRUPT", file: ".orchestra/system.json" }]);
    expect(readInitialization(state)).toEqual({ initializedAt: NOON, diagnostics: [] });
    const aside = readdirSync(join(root, ".orchestra")).filter((name) => name.includes(".corrupt-"));
    expect(aside.map((name) => readFileSync(join(root, ".orchestra", name), "utf8"))).toEqual([text]);
  },
);

test("the command and the library say once that it was broken", async () => {
  const machine = createMachine();
  const path = join(machine.root, ".orchestra/system.json");
  const broken = (diagnostics: readonly { readonly file?: string | undefined }[]) =>
    diagnostics.filter(({ file }) => file === ".orchestra/system.json").length;
  await machine.run("setup");
  writeFileSync(path, "{");
  const { exitCode, stdout } = await machine.run("setup", "--json");
  expect([exitCode, broken(JSON.parse(stdout).diagnostics)]).toEqual([0, 1]);
  writeFileSync(path, "{");
  const orchestra = createOrchestra({ root: machine.root, env: machine.env });
  await orchestra.getSystemState();
  expect(broken(orchestra.diagnostics)).toBe(1);
  await orchestra.getSystemState();
  expect(broken(orchestra.diagnostics)).toBe(0);
});
