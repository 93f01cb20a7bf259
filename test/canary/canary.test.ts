import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createMachine, type Machine } from "../support/command.ts";
import { commitAll, git, writeTree } from "../support/folders.ts";
import { createCanaries, findLeaks, FORMS, type Canaries } from "./canaries.ts";
import { markedAddresses, markedVariables, plantMarked } from "./plant-marked.ts";
import { plant, secretVariables } from "./plant.ts";

interface Found {
  readonly key: string;
  readonly scope: string;
  readonly source: { readonly file?: string };
}

/** Everything that is said, and everything that is kept. */
async function collectOutput(machine: Machine, canaries: Canaries): Promise<string> {
  const parts: string[] = [];
  const secret = canaries.make();
  const run = async (...parameters: readonly string[]) => {
    const { stdout, stderr } = await machine.run(...parameters);
    parts.push(stdout, stderr);
    return stdout;
  };
  await run("setup", "--all", "--debug");
  const json = await run("setup", "--all", "--json", "--output", ".orchestra/out.json");
  await run("resources", "list");
  await run("resources", "list", "--json");
  await run("resources", "verify", "--debug");
  await run("trust");
  await run("setup", "--conflicts", "--json");
  await run("setup", "--conflicts", "--rule", "drifted_copy", "--debug");
  for (const format of ["sarif", "github", "junit"]) await run("setup", "--conflicts", "--format", format);
  await run("setup", "--conflicts", "--changed-since", "HEAD", "--debug");
  parts.push(await run("setup", "--conflicts", "--update-baseline"));
  const conflicts = JSON.parse(await run("conflicts", "list", "--json")).data.conflicts;
  for (const { conflictId } of conflicts.slice(0, 5)) await run("conflicts", "show", conflictId);
  await run("setup", "--cleanup", "--max-age-days", "0", "--apply", "--json");
  for (const command of ["list", "restore", "list"]) await run("cleanup", command);
  await run("history", "--json");
  await run("recover", "--debug");
  const listed = await run("config", "list", "--json");
  await run("config", "list", "--debug");
  await run("config", "diff", "local", "production");
  await run("config", "validate", "--json");
  await run("config", "set", "CANARY_TOKEN", secret);
  await run("config", "set", "canary.plain", `x ${secret}`, "--secret", "--json");
  await run("config", "set", "PORT", secret, "--type", "number");
  await run("config", "get", "CANARY_TOKEN", "--reveal");
  await run("config", "list", "--source", "set");
  await run("config", "explain", "canary.plain");
  for (const format of ["json", "yaml", "env", "tfvars"]) {
    await run("config", "export", "--format", format);
    await run("config", "export", "--format", format, "--reveal");
    await run("config", "export", `.orchestra/exported.${format}`, "--json");
  }
  await run("config", "import", ".env", "--environment", "staging");
  await run("config", "export", "--environment", "staging", "--json");
  await run("config", "unset", "CANARY_TOKEN");
  await run("config", "schema");
  const entries: readonly Found[] = JSON.parse(listed).data.entries;
  const inFiles = entries.filter(({ source }) => source.file !== undefined);
  for (const { key, scope } of [...entries.slice(0, 6), ...inFiles.slice(0, 6)]) {
    await run("config", "explain", key, "--scope", scope);
    await run("config", "get", key, "--scope", scope, "--json");
  }
  const resources: readonly { readonly id: string }[] = JSON.parse(json).data.resources;
  for (const { id } of resources.slice(0, 15)) await run("resources", "show", id);
  for (const folder of [
    join(machine.root, ".orchestra"),
    join(machine.home, ".cache"),
    join(machine.home, ".config/orchestra"),
  ]) {
    parts.push(...readAll(folder));
  }
  return parts.join("\n");
}

function readAll(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !isKeptApart(entry.parentPath, entry.name))
    .map((entry) => `${entry.name}\n${readFileSync(join(entry.parentPath, entry.name), "utf8")}`);
}

/** Where `config set` keeps secrets: the one place besides their own files, for this user alone. */
function isKeptApart(folder: string, name: string): boolean {
  if (!folder.endsWith("/.config/orchestra/secrets") || !name.endsWith(".json")) return false;
  expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  return true;
}

interface Planted {
  readonly machine: Machine;
  readonly canaries: Canaries;
}

function setUp(
  variablesOf: (canaries: Canaries) => Record<string, string>,
  plantIn: (machine: Machine, canaries: Canaries) => void,
): Planted {
  const canaries = createCanaries();
  const machine = createMachine(variablesOf(canaries));
  writeTree(
    machine.programs,
    { git: `#!/bin/sh\nexec ${findGit()} "$@"\n`, npx: "#!/bin/sh\necho 10.0.0\n" },
    0o755,
  );
  plantIn(machine, canaries);
  commitAll(machine.root);
  return { machine, canaries };
}

function addRemotes({ root }: Machine, addresses: readonly string[]): void {
  addresses.forEach((address, at) =>
    git(root, "remote", "add", at === 0 ? "origin" : `other-${at}`, address),
  );
}

function findGit(): string {
  const folder = (process.env["PATH"] ?? "").split(":").find((path) => readdirSafe(path).includes("git"));
  return join(folder ?? "/usr/bin", "git");
}

function readdirSafe(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error) return [];
    throw error;
  }
}

test("no planted secret, nor an end of one, comes out anywhere", { timeout: 400_000 }, async () => {
  const { machine, canaries } = setUp(secretVariables, plant);
  addRemotes(machine, [
    `https://baker:${canaries.make()}@github.com/bakery/ovens.git`,
    `https://${canaries.make()}@gitlab.com/bakery/ovens.git`,
  ]);
  expect(canaries.all.length).toBeGreaterThanOrEqual(60);
  const output = await collectOutput(machine, canaries);
  expect(findLeaks(canaries, output)).toEqual([]);
  for (const found of [
    "bakery/ovens",
    "ci@bakery-prod-1.iam.gserviceaccount.com",
    "mcp:oven",
    "GITHUB_TOKEN",
    "baker@example.com",
  ]) {
    expect(output).toContain(found);
  }
});

test("no password with marks, nor a word of one, comes out anywhere", { timeout: 400_000 }, async () => {
  const { machine, canaries } = setUp(markedVariables, plantMarked);
  addRemotes(machine, [
    "https://github.com/bakery/ovens.git",
    ...FORMS.flatMap((form) => [
      `https://baker:${canaries.makeLike(form)}@github.com/bakery/ovens.git`,
      `https://${canaries.makeLike(form)}@gitlab.com/bakery/ovens.git`,
      `ssh://baker:${canaries.makeLike(form)}@git.example.com:22/bakery/ovens.git`,
      `baker:${canaries.makeLike(form)}@git.example.com:bakery/ovens.git`,
    ]),
  ]);
  const output = await collectOutput(machine, canaries);
  expect(findLeaks(canaries, output)).toEqual([]);
  for (const found of ["mcp:oven-0", "git::https://", "OVEN_0_PASSWORD", "k8s.example.com"])
    expect(output).toContain(found);
});

test("a registered address loses its password, and an error does not repeat what it was given", async () => {
  const canaries = createCanaries();
  const machine = createMachine();
  const resources = markedAddresses(canaries).map((accessPattern, at) => ({
    name: `db-${at}`,
    resourceType: "oven",
    environment: "local",
    accessPattern,
    description: `reached by ${accessPattern}`,
    metadata: { replicas: [accessPattern], note: { of: accessPattern } },
  }));
  writeTree(machine.home, { "ovens.json": JSON.stringify(resources) });
  const secret = canaries.make();
  const broken = ["--name", "db", "--type", "no type", "--environment", "local"];
  const runs = [
    await machine.run("resources", "register", "--file", join(machine.home, "ovens.json"), "--json"),
    await machine.run(
      "resources",
      "register",
      ...broken,
      "--access-pattern",
      `pg://u:${secret}@h/d`,
      "--json",
    ),
    await machine.run("resources", "verify", "--json"),
    await machine.run("resources", "list", "--json"),
    await machine.run("resources", "show", "oven:db-0:local"),
  ];
  expect(runs.map(({ exitCode }) => exitCode).slice(0, 4)).toEqual([0, 2, 0, 0]);
  const said = runs.map(({ stdout, stderr }) => stdout + stderr);
  const kept = readAll(join(machine.root, ".orchestra"));
  expect(findLeaks(canaries, [...said, ...kept].join("\n"))).toEqual([]);
});
