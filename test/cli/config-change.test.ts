import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../../src/cli/run-cli.ts";
import { createMachine, type Machine } from "../support/command.ts";
import { writeTree } from "../support/folders.ts";

/** Runs the command in this process, as a terminal would have it. */
async function onTerminal({ root, env }: Machine, ...parameters: readonly string[]) {
  let stdout = "";
  let stderr = "";
  const exitCode = await runCli(parameters, {
    stdout: { write: (text) => (stdout += text), isTTY: true },
    stderr: { write: (text) => (stderr += text) },
    env,
    workingFolder: root,
  });
  return { exitCode, stdout, stderr };
}

test("set, get, explain, list, unset", async () => {
  const machine = createMachine();
  writeTree(machine.root, { ".env": "PORT=1\n" });
  expect((await machine.run("config", "set", "PORT", "8080", "--type", "number")).stdout).toBe(
    "set PORT for local\n",
  );
  expect((await machine.run("config", "get", "PORT")).stdout).toBe("8080\n");
  expect((await machine.run("config", "get", "PORT", "--set", "PORT=9")).stdout).toBe("9\n");
  await machine.run("config", "set", "port", "7", "--environment", "prod", "--priority", "high");
  expect((await machine.run("config", "get", "PORT", "--environment", "production")).stdout).toBe("7\n");
  expect((await machine.run("config", "list", "--source", "set")).stdout).toMatch(
    /2 values, 0 of them secret\n$/,
  );
  expect((await machine.run("config", "unset", "PORT", "--environment", "prod")).stdout).toBe(
    "unset PORT: 1 value\n",
  );
  expect((await machine.run("config", "unset", "PORT")).stdout).toBe("unset PORT: 1 value\n");
  expect((await machine.run("config", "get", "PORT")).stdout).toBe("1\n");
  const again = await machine.run("config", "unset", "PORT");
  expect(again).toMatchObject({ exitCode: 2, stdout: "" });
});

test("a secret comes by standard input and goes to a terminal's eyes alone", async () => {
  const machine = createMachine();
  const secret = ["crumb", "of", "bread", "9"].join("-");
  const child = spawn(process.execPath, [resolve("bin/orchestra.js"), "config", "set", "API_TOKEN", "-"], {
    cwd: machine.root,
    env: machine.env,
    stdio: "pipe",
  });
  child.stdin.end(`${secret}\n`);
  expect(await new Promise((done) => child.on("close", done))).toBe(0);
  for (const parameters of [
    ["config", "get", "API_TOKEN"],
    ["config", "get", "API_TOKEN", "--reveal"],
    ["config", "get", "API_TOKEN", "--json"],
    ["config", "explain", "API_TOKEN"],
    ["config", "list"],
    ["config", "export"],
    ["config", "export", "--reveal"],
    ["config", "export", "--json"],
  ]) {
    const { stdout, stderr } = await machine.run(...parameters);
    expect(stdout + stderr).not.toContain(secret);
  }
  expect((await machine.run("config", "get", "API_TOKEN", "--reveal")).exitCode).toBe(2);
  expect((await onTerminal(machine, "config", "get", "API_TOKEN")).stdout).toBe("");
  expect((await onTerminal(machine, "config", "get", "API_TOKEN", "--reveal")).stdout).toBe(`${secret}\n`);
  expect((await onTerminal(machine, "config", "get", "API_TOKEN", "--reveal", "--json")).exitCode).toBe(2);
  expect((await onTerminal(machine, "config", "export", "--format", "env", "--reveal")).stdout).toBe(
    `API_TOKEN=${secret}\n`,
  );
});

test("--reveal prints secrets of files too, and nothing keeps them", async () => {
  const machine = createMachine();
  const secret = ["loaf", "7", "of", "rye"].join("-");
  writeTree(machine.root, {
    ".env": `HOST=db\nDB_PASSWORD=${secret}\nURL=http://u:$DB_PASSWORD@$HOST\n`,
    "infra/main.tf": 'variable "pin" {\n  sensitive = true\n}\n',
    "infra/terraform.tfvars": `pin = "${secret}2"\n`,
  });
  await machine.run("setup", "--all");
  expect((await onTerminal(machine, "config", "get", "DB_PASSWORD", "--reveal")).stdout).toBe(`${secret}\n`);
  const pin = await onTerminal(machine, "config", "get", "pin", "--scope", "infra", "--reveal");
  expect(pin.stdout).toBe(`${secret}2\n`);
  const url = await onTerminal(machine, "config", "get", "URL");
  expect(url.stdout).toBe("");
  expect(url.stderr).toContain("needs a secret to be put in");
  const kept = readFileSync(join(machine.root, ".orchestra/cache/configuration.json"), "utf8");
  expect(kept).toContain("infra/terraform.tfvars");
  expect(kept).not.toContain(secret);
});

test("export writes a file for its owner alone, and import sets it", async () => {
  const machine = createMachine();
  writeTree(machine.root, { ".env": "A=1\nB='two words'\n" });
  const written = await machine.run("config", "export", "out/../copy.env");
  expect(written).toMatchObject({
    exitCode: 0,
    stdout: "wrote out/../copy.env: 2 keys, 0 of them secrets without their value\n",
  });
  expect(readFileSync(join(machine.root, "copy.env"), "utf8")).toBe("A=1\nB='two words'\n");
  expect((await machine.run("config", "export", "copy.env")).exitCode).toBe(2);
  expect((await machine.run("config", "export", "copy.env", "--force")).exitCode).toBe(0);
  const imported = await machine.run("config", "import", "copy.env", "--environment", "staging");
  expect(imported.stdout).toBe("imported 2 keys for staging\n");
  expect((await machine.run("config", "get", "B", "--environment", "stg")).stdout).toBe("two words\n");
});

test("what is wrong on the command line is told, and nothing is set", async () => {
  const machine = createMachine();
  writeTree(machine.root, {
    "orchestra.config.json": '{"configuration": {"schema": {"properties": {"PORT": {"type": "integer"}}}}}',
  });
  const refused = await machine.run("config", "set", "PORT", "high", "--json");
  expect(refused.exitCode).toBe(2);
  expect(JSON.parse(refused.stdout).error).toMatchObject({
    code: "CONFIG_VALUE_INVALID",
    file: "orchestra.config.json",
    line: 1,
  });
  expect((await machine.run("config", "set", "A", "x", "--type", "number")).exitCode).toBe(2);
  expect((await machine.run("config", "set", "A", "x", "--type", "colour")).exitCode).toBe(2);
  expect((await machine.run("config", "get", "A", "--set", "nonsense")).exitCode).toBe(2);
  expect((await machine.run("config", "export", "--format", "xml")).exitCode).toBe(2);
  expect((await machine.run("config", "schema")).stdout).toContain('"type": "integer"');
  expect((await machine.run("config", "list", "--source", "set")).stdout).toContain("0 values");
});
