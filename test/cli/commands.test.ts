import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createMachine } from "../support/command.ts";
import { commitAll, writeTree } from "../support/folders.ts";

interface Document {
  readonly schemaVersion: number;
  readonly command: string;
  readonly ok: boolean;
  readonly data: Record<string, unknown>;
  readonly error?: {
    readonly code: string;
    readonly message: string;
    readonly hint: string;
    readonly file?: string;
    readonly line?: number;
  };
  readonly diagnostics: readonly { readonly code: string; readonly file?: string }[];
}

function parse(stdout: string): Document {
  const lines = stdout.trimEnd().split("\n");
  expect(lines).toHaveLength(1);
  const document: Document = JSON.parse(stdout);
  return document;
}

const OVEN = ["--name", "deck", "--type", "oven", "--environment", "local", "--access-pattern", "/dev/oven"];

test("the version and the help come from anywhere", async () => {
  const machine = createMachine();
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(await machine.run("--version")).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: "" });
  const help = await machine.run("--help");
  expect(help.exitCode).toBe(0);
  expect(help.stdout).toContain("setup");
  for (const later of ["--integration", "--gcp", "migrate"]) {
    expect((await machine.run("setup", "--help")).stdout + help.stdout).not.toContain(later);
  }
  expect(readdirSync(machine.root)).toEqual([]);
});

test("setup without an operation initialises; --all does everything; --output writes the same document", async () => {
  const machine = createMachine();
  writeTree(machine.root, { "package.json": '{"name":"bakery"}', "README.md": "# Bakery\n" });
  commitAll(machine.root);
  const init = parse((await machine.run("setup", "--json")).stdout);
  expect(init).toMatchObject({
    schemaVersion: 1,
    command: "setup",
    ok: true,
    data: { init: { environment: "local" } },
  });
  expect(Object.keys(init.data)).toEqual(["init"]);
  const all = await machine.run("setup", "--all", "--output", "out.json");
  expect(all.stdout).toContain("resources");
  const written = parse(readFileSync(join(machine.root, "out.json"), "utf8"));
  expect(Object.keys(written.data)).toEqual(["init", "resources", "config", "conflicts", "cleanup"]);
  const plain = parse((await machine.run("setup", "--discover", "--json")).stdout);
  expect(Object.keys(plain.data)).toEqual(["resources"]);
});

test("two runs over the same tree differ in nothing but times", async () => {
  const machine = createMachine();
  writeTree(machine.root, {
    "package.json": "{}",
    "docs/adr/0001-ovens.md": "# Ovens",
    "broken.json": "{",
    ".env": "A=1",
  });
  commitAll(machine.root);
  const scrub = (text: string) => text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME");
  const [first, second] = [
    await machine.run("setup", "--discover", "--json"),
    await machine.run("setup", "--discover", "--json"),
  ];
  expect(scrub(second.stdout)).toBe(scrub(first.stdout));
});

test("what vanished is missing for one run and then gone; what was registered stays", async () => {
  const machine = createMachine();
  writeTree(machine.root, { "package.json": "{}", Makefile: "all:" });
  await machine.run("resources", "register", ...OVEN);
  const status = async () => {
    const { data } = parse((await machine.run("setup", "--discover", "--json")).stdout);
    const resources = data["resources"];
    if (!Array.isArray(resources)) throw new Error("no resources");
    return resources
      .filter(({ resourceType }) => resourceType === "config" || resourceType === "oven")
      .map((resource) => `${resource.id} ${resource.status}`);
  };
  expect(await status()).toEqual([
    "Makefile:config:all available",
    "package.json:config:all available",
    "deck:oven:local unknown",
  ]);
  writeTree(machine.root, { "other.txt": "" });
  (await import("node:fs")).rmSync(join(machine.root, "Makefile"));
  expect(await status()).toContain("Makefile:config:all missing");
  expect(await status()).toEqual(["package.json:config:all available", "deck:oven:local unknown"]);
});

test("resources are registered, listed by every filter, shown, verified and unregistered", async () => {
  const machine = createMachine();
  const registered = parse(
    (
      await machine.run(
        "resources",
        "register",
        ...OVEN,
        "--tag",
        "hot",
        "--tag",
        "old",
        "--priority",
        "high",
        "--version",
        "2.1",
        "--json",
      )
    ).stdout,
  );
  expect(registered.data["resources"]).toMatchObject([
    {
      id: "deck:oven:local",
      tags: ["hot", "old"],
      priority: 1,
      version: "2.1",
      source: { detector: "user" },
    },
  ]);
  const found = async (...filter: readonly string[]) => {
    const { data } = parse((await machine.run("resources", "list", "--json", ...filter)).stdout);
    return Array.isArray(data["resources"]) ? data["resources"].length : -1;
  };
  expect(
    await found(
      "--type",
      "oven",
      "--status",
      "unknown",
      "--environment",
      "local",
      "--tag",
      "hot",
      "--priority",
      "high",
    ),
  ).toBe(1);
  expect(await found("--status", "missing")).toBe(0);
  expect(await found("--priority", "critical")).toBe(0);
  expect((await machine.run("resources", "show", "deck:oven:local")).stdout).toContain("/dev/oven");
  const verified = await machine.run("resources", "verify", "deck:oven:local", "--json");
  expect(verified.exitCode).toBe(1);
  expect(parse(verified.stdout).data["statuses"]).toEqual({ "deck:oven:local": "missing" });
  expect((await machine.run("resources", "unregister", "deck:oven:local")).exitCode).toBe(0);
  expect((await machine.run("resources", "unregister", "deck:oven:local")).exitCode).toBe(2);
});

test("a file registers several resources, or none when one is wrong", async () => {
  const machine = createMachine();
  const oven = {
    name: "deck",
    resourceType: "oven",
    environment: "local",
    accessPattern: "http://me:canary-word@localhost/",
  };
  writeFileSync(join(machine.root, "good.json"), JSON.stringify([oven, { ...oven, name: "rack" }]));
  writeFileSync(
    join(machine.root, "bad.json"),
    JSON.stringify([
      { ...oven, name: "new" },
      { ...oven, name: 7 },
    ]),
  );
  writeFileSync(join(machine.root, "broken.json"), '[\n  {"name": }\n]');
  const good = await machine.run("resources", "register", "--file", "good.json", "--json");
  expect(good.exitCode).toBe(0);
  expect(good.stdout).not.toContain("canary-word");
  expect((await machine.run("resources", "register", "--file", "bad.json")).exitCode).toBe(2);
  const broken = parse(
    (await machine.run("resources", "register", "--file", "broken.json", "--json")).stdout,
  );
  expect(broken.error).toMatchObject({ code: "USAGE", message: expect.stringContaining("broken.json:2") });
  expect((await machine.run("resources", "list")).stdout).toContain("2 resources");
});

test.each([
  ["an unknown flag", ["setup", "--bake"], "USAGE"],
  ["an unknown command", ["bake"], "USAGE"],
  ["an unknown type", ["resources", "list", "--type", "oevn"], "USAGE"],
  ["an unknown status", ["resources", "list", "--status", "partial"], "USAGE"],
  ["an unknown priority", ["resources", "list", "--priority", "urgent"], "USAGE"],
  ["an unknown environment", ["resources", "list", "--environment", "nowhere"], "USAGE"],
  ["an impossible environment", ["setup", "--environment", "a b"], "USAGE"],
  ["an unknown id", ["resources", "show", "nothing"], "RESOURCE_NOT_FOUND"],
  ["an unknown id to verify", ["resources", "verify", "nothing"], "RESOURCE_NOT_FOUND"],
  ["a root that is not there", ["setup", "--root", "nowhere"], "ROOT_NOT_FOUND"],
  ["a registration without a name", ["resources", "register", "--type", "oven"], "USAGE"],
])("%s is a usage error that names it and touches nothing", async (_, parameters, code) => {
  const machine = createMachine();
  const run = await machine.run(...parameters, "--json");
  expect(run.exitCode).toBe(2);
  const { error, ok } = parse(run.stdout);
  expect(ok).toBe(false);
  expect(error?.code).toBe(code);
  expect(error?.hint).toBeTruthy();
  expect((await machine.run(...parameters)).stderr).toMatch(/^error: /);
  expect(readdirSync(machine.root)).toEqual([]);
});

test("--quiet prints nothing, and an unwritable --output is told", async () => {
  const machine = createMachine();
  expect(await machine.run("setup", "--discover", "--quiet")).toEqual({
    exitCode: 0,
    stdout: "",
    stderr: "",
  });
  const run = await machine.run("setup", "--output", "nowhere/out.json", "--json");
  expect(run.exitCode).toBe(3);
  expect(parse(run.stdout).error?.code).toBe("OUTPUT_UNWRITABLE");
});
