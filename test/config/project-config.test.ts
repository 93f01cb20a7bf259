import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadProjectConfig } from "../../src/config/load-project-config.ts";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { createMachine, type Machine } from "../support/command.ts";
import { temporaryFolder, writeTree } from "../support/folders.ts";

const PROGRAM = '#!/bin/sh\necho "oven-cli 4.2.0 $1"\n';

interface Found {
  readonly exitCode: number | null;
  readonly resources: readonly {
    readonly name: string;
    readonly resourceType: string;
    readonly version?: string;
    readonly status: string;
  }[];
  readonly codes: readonly string[];
  readonly error?: {
    readonly code: string;
    readonly file: string;
    readonly line: number;
    readonly message: string;
  };
}

async function discover(machine: Machine): Promise<Found> {
  const run = await machine.run("setup", "--discover", "--json");
  const document = JSON.parse(run.stdout);
  const diagnostics: readonly { readonly code: string }[] = document.diagnostics;
  const all: Found["resources"] = document.data?.resources ?? [];
  const resources = all.filter(({ resourceType }) => resourceType === "oven");
  return {
    exitCode: run.exitCode,
    resources,
    codes: diagnostics.map(({ code }) => code),
    error: document.error,
  };
}

function bakery(tree: Readonly<Record<string, string>>): Machine {
  const machine = createMachine();
  writeTree(machine.programs, { "oven-cli": PROGRAM }, 0o755);
  writeTree(machine.root, tree);
  return machine;
}

const DETECTORS = [
  {
    id: "cli",
    resourceType: "oven",
    command: { program: "oven-cli", arguments: ["--version"], pattern: "oven-cli (\\S+)" },
  },
  { id: "plans", resourceType: "oven", file: { glob: "ovens/*.txt", pattern: "model: (\\w+)" } },
  { id: "port", resourceType: "oven", port: { port: 9 } },
  { id: "absent", resourceType: "oven", command: { program: "no-such-program", arguments: ["--version"] } },
];

const YAML = `resourceTypes: [oven]
ignore: [old/]
detectors:
  - id: cli
    resourceType: oven
    command: { program: oven-cli, arguments: [--version], pattern: 'oven-cli (\\S+)' }
`;

const TOML = `resourceTypes = ["oven"]
[[detectors]]
id = "cli"
resourceType = "oven"
[detectors.command]
program = "oven-cli"
arguments = ["--version"]
pattern = 'oven-cli (\\S+)'
`;

test("data files declare types and detectors that find programs, files and ports", async () => {
  const machine = bakery({
    "orchestra.config.json": JSON.stringify({ resourceTypes: ["oven"], detectors: DETECTORS }),
    "ovens/a.txt": "model: deck9",
    "ovens/b.txt": "nothing",
  });
  const { resources } = await discover(machine);
  expect(resources.map(({ name, version, status }) => [name, version, status])).toEqual([
    ["oven-cli", "4.2.0", "available"],
    ["ovens/a.txt", "deck9", "available"],
    ["port:9", undefined, "unavailable"],
  ]);
  expect((await machine.run("resources", "list", "--type", "oven")).exitCode).toBe(0);
});

test.each([
  ["orchestra.config.yaml", YAML],
  ["orchestra.config.toml", TOML],
])("%s says the same", async (name, text) => {
  const { resources } = await discover(bakery({ [name]: text }));
  expect(resources.map(({ version }) => version)).toEqual(["4.2.0"]);
});

test("a program is only given harmless arguments until the file is trusted, in its present content", async () => {
  const config = {
    detectors: [
      {
        id: "cli",
        resourceType: "oven",
        command: { program: "oven-cli", arguments: ["burn"], pattern: "(burn)" },
      },
    ],
  };
  const machine = bakery({ "orchestra.config.json": JSON.stringify(config) });
  expect(await discover(machine)).toMatchObject({ resources: [], codes: ["CONFIG_UNTRUSTED"] });
  expect((await machine.run("trust")).exitCode).toBe(0);
  expect((await discover(machine)).resources).toMatchObject([{ version: "burn" }]);
  writeFileSync(join(machine.root, "orchestra.config.json"), JSON.stringify(config, undefined, 1));
  expect((await discover(machine)).codes).toEqual(["CONFIG_UNTRUSTED"]);
});

test("code runs only after trust, and may look for itself", async () => {
  const code = `
    const oven: { name: string } = { name: "from-code" };
    export default {
      resourceTypes: ["oven"],
      detectors: [{ id: "fn", resourceType: "oven", detect: ({ files }) => [{ ...oven, accessPattern: files.join() }] }],
    };`;
  const machine = bakery({ "orchestra.config.ts": code });
  expect(await discover(machine)).toMatchObject({ resources: [], codes: ["CONFIG_UNTRUSTED"] });
  await machine.run("trust");
  expect((await discover(machine)).resources).toMatchObject([{ name: "from-code", status: "unknown" }]);
});

test("a function that returns nonsense, or throws, costs one diagnostic", async () => {
  const code = `export default { detectors: [
    { id: "odd", resourceType: "oven", detect: () => [{ name: 7 }] },
    { id: "bad", resourceType: "oven", detect: () => { throw new Error("canary-burnt"); } },
  ] };`;
  const machine = bakery({ "orchestra.config.js": code });
  await machine.run("trust");
  expect(await discover(machine)).toMatchObject({
    exitCode: 0,
    codes: ["DETECTOR_FAILED", "DETECTOR_RESULT_INVALID"],
  });
});

test.each([
  ["orchestra.config.json", '{\n "resourceTypes": [\n  7\n ]\n}', 3],
  ["orchestra.config.json", '{\n "ignore": [,]\n}', 2],
  [
    "orchestra.config.yaml",
    "ignore:\n  - a\ndetectors:\n  - id: A B\n    resourceType: oven\n    file: {glob: x}\n",
    4,
  ],
  ["orchestra.config.yaml", "ignore:\n  - [\n", 3],
  ["orchestra.config.toml", 'ignore = ["a"]\nunknown = 1\n', 1],
  ["orchestra.config.toml", "ignore = \n", 1],
  [
    "orchestra.config.json",
    '{"detectors": [{"id": "x", "resourceType": "oven",\n"file": {"glob": "x",\n"pattern": "("}}]}',
    3,
  ],
])("a broken %s is told with its line: %j", async (name, text, line) => {
  const found = await discover(bakery({ [name]: text }));
  expect(found.exitCode).toBe(2);
  expect(found.error).toMatchObject({ code: "CONFIG_INVALID", file: name, line });
});

test("broken code is told with its line, and two files are one too many", async () => {
  const machine = bakery({ "orchestra.config.ts": "export default {\n  ignore: [\n" });
  await machine.run("trust");
  expect((await discover(machine)).error).toMatchObject({
    code: "CONFIG_INVALID",
    file: "orchestra.config.ts",
  });
  const two = await discover(bakery({ "orchestra.config.json": "{}", "orchestra.config.yaml": "" }));
  expect(two).toMatchObject({ exitCode: 2, error: { code: "CONFIG_INVALID" } });
});

test.each([
  ["orchestra.config.js", { type: "module" }],
  ["orchestra.config.js", {}],
  ["orchestra.config.ts", { type: "module" }],
] as const)("%s in a package %j is read again when it changed", async (name, manifest) => {
  const root = temporaryFolder();
  writeTree(root, { "package.json": JSON.stringify(manifest) });
  for (const ignored of ["bread", "rye"]) {
    writeTree(root, { [name]: `export default { ignore: ["${ignored}"] };\n` });
    const { config } = await loadProjectConfig(createNodePlatform({ env: {} }), root, () => true);
    expect(config.ignore).toEqual([ignored]);
  }
  writeTree(root, { [name]: "export default {\n  ignore: [],\n  x: gone(),\n};\n" });
  await expect(loadProjectConfig(createNodePlatform({ env: {} }), root, () => true)).rejects.toMatchObject({
    code: "CONFIG_INVALID",
    line: 3,
    file: name,
  });
});
