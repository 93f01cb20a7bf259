import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createMachine, type Machine } from "../support/command.ts";
import { commitAll, git, writeTree } from "../support/folders.ts";
import { addOddRemotes, oddAddresses, oddVariables, plantOddPasswords } from "./odd-passwords.ts";
import { createCanaries, plant, secretVariables, type Canaries } from "./plant.ts";

/** Everything that is said, and everything that is kept. */
async function collectOutput(machine: Machine): Promise<string> {
  const parts: string[] = [];
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
  const listed = await run("config", "list", "--json");
  await run("config", "list", "--debug");
  await run("config", "diff", "local", "production");
  await run("config", "validate", "--json");
  const entries: readonly { readonly key: string; readonly scope: string }[] =
    JSON.parse(listed).data.entries;
  for (const { key, scope } of entries.slice(0, 12)) {
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
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.name}\n${readFileSync(join(entry.parentPath, entry.name), "utf8")}`);
}

/** A secret, its two ends, and the secret as base64 may hold it. */
function shapesOf(secret: string): readonly string[] {
  return [secret.slice(0, 10), secret.slice(-10), Buffer.from(secret).toString("base64").slice(0, 20)];
}

function setUp(): { readonly machine: Machine; readonly canaries: Canaries } {
  const canaries = createCanaries();
  const machine = createMachine({ ...secretVariables(canaries), ...oddVariables(canaries) });
  writeTree(
    machine.programs,
    { git: `#!/bin/sh\nexec ${findGit()} "$@"\n`, npx: "#!/bin/sh\necho 10.0.0\n" },
    0o755,
  );
  plant(machine, canaries);
  plantOddPasswords(machine, canaries);
  commitAll(machine.root);
  addOddRemotes(machine, canaries);
  git(
    machine.root,
    "remote",
    "add",
    "origin",
    `https://baker:${canaries.make()}@github.com/bakery/ovens.git`,
  );
  git(machine.root, "remote", "add", "other", `https://${canaries.make()}@gitlab.com/bakery/ovens.git`);
  return { machine, canaries };
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

test("no planted secret, nor an end of one, comes out anywhere", { timeout: 120_000 }, async () => {
  const { machine, canaries } = setUp();
  expect(canaries.all.length).toBeGreaterThanOrEqual(60);
  const output = await collectOutput(machine);
  const leaked = canaries.all.filter((secret) => shapesOf(secret).some((shape) => output.includes(shape)));
  const places = leaked.map((secret) =>
    output.slice(
      Math.max(0, output.indexOf(secret.slice(0, 10)) - 160),
      output.indexOf(secret.slice(0, 10)) + 20,
    ),
  );
  expect(places).toEqual([]);
  expect(leaked).toEqual([]);
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

test("a registered address loses its password, and an error does not repeat what it was given", async () => {
  const canaries = createCanaries();
  const machine = createMachine();
  const secret = canaries.make();
  const oven = ["--name", "db", "--type", "oven", "--environment", "local"];
  const runs = [
    await machine.run(
      "resources",
      "register",
      ...oven,
      "--access-pattern",
      `postgresql://u:${secret}@127.0.0.1:1/d`,
      "--json",
    ),
    await machine.run("resources", "verify", "--json"),
    await machine.run("resources", "list"),
  ];
  expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
  expect(runs.map(({ stdout, stderr }) => stdout + stderr).join("")).not.toContain(secret);
  expect(readAll(join(machine.root, ".orchestra")).join("")).not.toContain(secret);
});

test("no part of a registered address's password stays, whatever marks are in it", async () => {
  const canaries = createCanaries();
  const machine = createMachine();
  const addresses = oddAddresses(canaries);
  const file = addresses.map((accessPattern, index) => ({
    name: `pantry-${index}`,
    resourceType: "oven",
    environment: "local",
    accessPattern,
  }));
  writeTree(machine.home, { "ovens.json": JSON.stringify(file) }, 0o600);
  const run = await machine.run("resources", "register", "--file", join(machine.home, "ovens.json"));
  expect([run.exitCode, run.stderr]).toEqual([0, ""]);
  const listed = await machine.run("resources", "list", "--json");
  expect(listed.stdout).toContain(`pantry-${addresses.length - 1}`);
  const output = [run.stdout, listed.stdout, ...readAll(join(machine.root, ".orchestra"))].join("\n");
  expect(canaries.all.filter((secret) => output.includes(secret))).toEqual([]);
});
