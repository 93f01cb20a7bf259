import { expect, test } from "vitest";
import type { ConfigEntry } from "../../src/model/config-entry.ts";
import { createMachine } from "../support/command.ts";
import { writeTree, type Tree } from "../support/folders.ts";

const BAKERY: Tree = {
  ".env.defaults": "HEAT=1\n",
  ".env": "HEAT=2\nNAME=oven # the big one\nDATABASE_URL=postgresql://baker:crumb@db/bakery\n",
  ".env.local": "HEAT=3\n",
  ".env.production": "HEAT=4\n",
  ".env.production.local": "HEAT=5\n",
  ".env.example": "HEAT=\nSECRET_KEY=\n",
  "config/settings.yaml": "oven:\n  door: shut\n  trays: [1, 2]\n---\noven:\n  lamp: true\n",
  "config/production.json": '{"oven": {"door": "open"}}',
  "infra/variables.tf":
    'variable "region" {\n  default = "eu"\n}\nvariable "pin" {\n  default   = "0000"\n  sensitive = true\n}\n',
  "infra/terraform.tfvars": 'region = "us"\n',
  "infra/b.auto.tfvars": 'region = "b"\n',
  "infra/a.auto.tfvars": 'region = "a"\n',
  "infra/prod.tfvars": 'region = "prod"\n',
  "compose.yaml": "services:\n  web:\n    environment: [PORT=1]\n  shelf:\n    environment: {PORT: 2}\n",
  "apps/a/.env": "PORT=7\n",
  "package.json": '{"config": {"x": 1}}',
};

async function bakery(env: Readonly<Record<string, string>> = {}) {
  const machine = createMachine(env);
  writeTree(machine.root, BAKERY);
  const ask = async (...parameters: readonly string[]) => {
    const run = await machine.run("config", ...parameters, "--json");
    return { ...run, answer: JSON.parse(run.stdout) };
  };
  return { machine, ask };
}

test("list gives every value with its place, and no secret", async () => {
  const { ask } = await bakery();
  const { answer, stdout, exitCode } = await ask("list");
  const entries: readonly ConfigEntry[] = answer.data.entries;
  const lines = entries
    .filter(({ source }) => source.file !== undefined)
    .map(({ key, value, environment, scope, layer, source }) =>
      [source.file, source.line, source.column, key, JSON.stringify(value), environment, scope, layer].join(
        " ",
      ),
    );
  expect(exitCode).toBe(0);
  expect(stdout).not.toContain("crumb");
  expect(stdout).not.toContain("0000");
  expect(lines).toMatchInlineSnapshot(`
    [
      ".env 1 1 HEAT "2" all . dotenv",
      ".env 2 1 NAME "oven" all . dotenv",
      ".env 3 1 DATABASE_URL  all . dotenv",
      ".env.defaults 1 1 HEAT "1" all . dotenv_defaults",
      ".env.example 1 1 HEAT "" all . dotenv_template",
      ".env.example 2 1 SECRET_KEY "" all . dotenv_template",
      ".env.local 1 1 HEAT "3" all . dotenv_local",
      ".env.production 1 1 HEAT "4" production . dotenv_stage",
      ".env.production.local 1 1 HEAT "5" production . dotenv_stage_local",
      "apps/a/.env 1 1 PORT "7" all apps/a dotenv",
      "compose.yaml 3 19 PORT "1" all compose.yaml#web deployment",
      "compose.yaml 5 19 PORT 2 all compose.yaml#shelf deployment",
      "config/production.json 1 11 oven.door "open" production config file_stage",
      "config/settings.yaml 2 3 oven.door "shut" all config file",
      "config/settings.yaml 3 3 oven.trays [1,2] all config file",
      "config/settings.yaml 6 3 oven.lamp true all config file",
      "infra/a.auto.tfvars 1 1 region "a" all infra terraform_auto_tfvars",
      "infra/b.auto.tfvars 1 1 region "b" all infra terraform_auto_tfvars",
      "infra/prod.tfvars 1 1 region "prod" production infra terraform_var_file",
      "infra/terraform.tfvars 1 1 region "us" all infra terraform_tfvars",
      "infra/variables.tf 1 1 region "eu" all infra terraform_default",
      "infra/variables.tf 4 1 pin  all infra terraform_default",
    ]
  `);
});

const DOTENV = [".env.local", ".env", ".env.defaults", ".env.example"];
const TFVARS = ["infra/b.auto.tfvars", "infra/a.auto.tfvars", "infra/terraform.tfvars", "infra/variables.tf"];

test.each([
  { key: "HEAT", environment: "local", scope: ".", files: DOTENV },
  {
    key: "heat",
    environment: "prod",
    scope: ".",
    files: [".env.production.local", ".env.production", ...DOTENV],
  },
  { key: "region", environment: "local", scope: "infra", files: TFVARS },
  {
    key: "TF_VAR_region",
    environment: "production",
    scope: "infra",
    files: ["infra/prod.tfvars", ...TFVARS],
  },
])("explain $key for $environment in $scope", async ({ key, environment, scope, files }) => {
  const { ask } = await bakery();
  const { answer } = await ask("explain", key, "--environment", environment, "--scope", scope);
  const candidates: readonly ConfigEntry[] = answer.data.candidates;
  expect(candidates.map(({ source }) => source.file)).toEqual(files);
  expect(answer.data.winner.source.file).toBe(files[0]);
});

test("a variable of the process stands above files; Terraform's own below them", async () => {
  const { ask } = await bakery({ HEAT: "9", TF_VAR_region: "env" });
  expect((await ask("get", "HEAT")).answer.data).toMatchObject({
    value: "9",
    source: { kind: "environment" },
  });
  const { answer } = await ask("explain", "region", "--scope", "infra");
  expect(answer.data.candidates.map(({ layer }: ConfigEntry) => layer)).toEqual([
    "terraform_auto_tfvars",
    "terraform_auto_tfvars",
    "terraform_tfvars",
    "terraform_environment",
    "terraform_default",
  ]);
});

test("what one folder or container has for itself holds nowhere else", async () => {
  const { ask, machine } = await bakery();
  const { answer, exitCode } = await ask("get", "PORT");
  expect([exitCode, answer.error.code]).toEqual([2, "CONFIG_KEY_NOT_FOUND"]);
  expect(answer.error.hint).toContain("apps/a, compose.yaml#shelf, compose.yaml#web");
  expect((await machine.run("config", "get", "PORT", "--scope", "compose.yaml#web")).stdout).toBe("1\n");
  expect((await machine.run("config", "get", "PORT", "--scope", "apps/a/src")).stdout).toBe("7\n");
});

test("the same level twice is no last-wins", async () => {
  const machine = createMachine();
  writeTree(machine.root, {
    "config.json": '{"heat": 1}',
    "settings.json": '{"heat": 2}',
    ".env": "RYE=1\nRYE=2\n",
  });
  const run = await machine.run("config", "get", "heat");
  expect([run.exitCode, run.stderr]).toEqual([
    2,
    expect.stringContaining("config.json:1 and settings.json:1"),
  ]);
  expect((await machine.run("config", "get", "RYE")).stderr).toContain(".env:2 and .env:1");
  expect((await machine.run("config", "get", "NONE")).exitCode).toBe(2);
});

test("diff names what two environments do not share; an unknown source is an error", async () => {
  const { ask } = await bakery();
  const { answer } = await ask("diff", "dev", "prod");
  const differences = answer.data.differences.map(
    (difference: { key: string; before?: ConfigEntry; after?: ConfigEntry }) => [
      difference.key,
      difference.before?.value,
      difference.after?.value,
    ],
  );
  expect(differences).toEqual([
    ["HEAT", "3", "5"],
    ["oven.door", "shut", "open"],
    ["region", "b", "prod"],
  ]);
  const wrong = await ask("list", "--source", "tea-leaves");
  expect([wrong.exitCode, wrong.answer.error.code]).toEqual([2, "USAGE"]);
});

test("broken files cost a diagnostic with file and line, and the rest is read", async () => {
  const machine = createMachine();
  writeTree(machine.root, {
    "config.json": '{"heat": 1,\n "door": }',
    "settings.yaml": "a: [1\nb: 2",
    "config/x.toml": "a = \n",
    ".env": "GOOD=1\nbroken line\n",
  });
  const run = await machine.run("config", "list", "--json");
  const { data, diagnostics } = JSON.parse(run.stdout);
  expect(run.exitCode).toBe(0);
  expect(
    diagnostics.map(({ file, line }: { file: string; line: number }) => `${file}:${line}`).toSorted(),
  ).toEqual(expect.arrayContaining([".env:2", "config.json:2", "config/x.toml:1"]));
  expect(data.entries.map(({ key }: ConfigEntry) => key)).toEqual(expect.arrayContaining(["heat", "GOOD"]));
});

test("setup --config and validate tell what is really wrong, with its place; a template without its file asks nothing", async () => {
  const machine = createMachine();
  writeTree(machine.root, {
    ".env.example": "HEAT=\nRYE=changeme\nDOOR=\n",
    ".env": "HEAT=1\nHEAT=2\nLAMP=a\nLAMP=a\n",
    ".env.production": "HEAT=9\n",
    "apps/a/.env.example": "NEVER=\n",
  });
  const setup = await machine.run("setup", "--config", "--json");
  const { config, ...others } = JSON.parse(setup.stdout).data;
  expect([setup.exitCode, Object.keys(others)]).toEqual([1, []]);
  expect(config.isValid).toBe(false);
  expect(
    config.errors.map(({ rule, key, file, line }: Record<string, unknown>) => [rule, key, file, line]),
  ).toEqual([
    ["duplicate_key", "HEAT", ".env", 2],
    ["missing_key", "RYE", ".env.example", 2],
    ["missing_key", "DOOR", ".env.example", 3],
  ]);
  const shown = await machine.run("config", "validate");
  expect([shown.exitCode, shown.stdout]).toEqual([
    1,
    expect.stringContaining("error .env:2: HEAT already stands in line 1"),
  ]);
  writeTree(machine.root, { ".env": "HEAT=2\nRYE=x\nDOOR=y\n" });
  expect((await machine.run("config", "validate")).exitCode).toBe(0);
});

test("a file that nothing loads by itself holds for its own name alone", async () => {
  const machine = createMachine();
  writeTree(machine.root, {
    ".env": "HEAT=1\n",
    ".env.docker": "HEAT=2\n",
    "oven.env": "HEAT=3\n",
    "terraform.tfvars": "zone = 1\n",
    "cellar.tfvars": "zone = 2\n",
  });
  const get = async (...parameters: readonly string[]) =>
    (await machine.run("config", "get", ...parameters)).stdout;
  expect([await get("HEAT"), await get("zone")]).toEqual(["1\n", "1\n"]);
  expect(await get("HEAT", "--environment", "docker")).toBe("2\n");
  expect(await get("HEAT", "--environment", "oven")).toBe("3\n");
  expect(await get("zone", "--environment", "cellar")).toBe("2\n");
});

test("get says nothing of a secret on stdout, and a home that cannot be written is no hindrance", async () => {
  const machine = createMachine();
  writeTree(machine.root, { ".env": "DB_PASSWORD=crumb\n" });
  writeTree(machine.home, { ".config": "" });
  const run = await machine.run("config", "get", "DB_PASSWORD");
  expect([run.exitCode, run.stdout]).toEqual([0, ""]);
  expect(run.stderr).toContain(".env:1: DB_PASSWORD holds: (secret: name, 5 characters), which is not shown");
});
