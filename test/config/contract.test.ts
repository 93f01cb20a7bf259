import { expect, test } from "vitest";
import { createOrchestra } from "../../src/api/orchestra.ts";
import { createMachine } from "../support/command.ts";
import { temporaryFolder, writeTree, type Tree } from "../support/folders.ts";

async function validate(tree: Tree, options: { readonly environment?: string } = {}) {
  const root = temporaryFolder();
  writeTree(root, tree);
  const { isValid, errors } = await createOrchestra({
    root,
    env: { HOME: root },
    ...options,
  }).validateConfiguration();
  const lines = errors.map(({ rule, key, file, line }) => `${rule} ${key} ${file ?? ""}:${line ?? ""}`);
  return { isValid, lines, errors };
}

const SCHEMA = `
configuration:
  schema:
    properties:
      PORT: {type: integer, minimum: 1, maximum: 65535}
      MODE: {enum: [fast, slow]}
      URL: {type: string, format: uri}
      NAME: {type: string, pattern: "^[a-z]+$"}
      ON: {type: boolean}
      LIST: {type: array, items: {type: number}}
      API_PIN: {type: string, minLength: 6, sensitive: true}
      db: {properties: {host: {type: string}}, required: [host]}
    required: [PORT]
`;

test("values are held against the JSON Schema of the settings, of texts what they stand for", async () => {
  const right =
    'PORT=8080\nMODE=fast\nURL=http://x.test/\nNAME=oven\nON=true\nLIST="[1,2]"\nAPI_PIN=123456\nDB_HOST=x\n';
  expect(await validate({ "orchestra.config.yaml": SCHEMA, ".env": right })).toMatchObject({ isValid: true });
  const wrong = 'PORT=70000\nMODE=odd\nURL=no\nNAME=Oven\nON=maybe\nLIST="[true]"\nAPI_PIN=1234\n';
  expect((await validate({ "orchestra.config.yaml": SCHEMA, ".env": wrong })).lines).toEqual([
    "out_of_range PORT .env:1",
    "not_allowed MODE .env:2",
    "format_mismatch URL .env:3",
    "format_mismatch NAME .env:4",
    "type_mismatch ON .env:5",
    "type_mismatch LIST .env:6",
    "out_of_range API_PIN .env:7",
    "required_key db.host orchestra.config.yaml:12",
  ]);
});

test("no answer about a secret says what the schema made of it", async () => {
  const { errors } = await validate({
    "orchestra.config.yaml": SCHEMA,
    ".env": "PORT=1\nDB_HOST=x\nAPI_PIN=1234\n",
  });
  expect(errors.map(({ message }) => message)).toEqual([
    "API_PIN is not what is asked for (asked for by orchestra.config.yaml:11)",
  ]);
});

test("a required key counts where the environment has it", async () => {
  const tree = { "orchestra.config.yaml": SCHEMA, ".env.production": "PORT=1\nDB_HOST=x\n" };
  expect((await validate(tree, { environment: "prod" })).lines).toEqual([]);
  expect((await validate(tree)).lines).toEqual([
    "required_key PORT orchestra.config.yaml:5",
    "required_key db.host orchestra.config.yaml:12",
  ]);
});

test("a schema that is none is told with its file", async () => {
  const broken = "configuration: {schema: {properties: {A: {type: no-such-type}}}}";
  await expect(validate({ "orchestra.config.yaml": broken })).rejects.toMatchObject({
    code: "CONFIG_INVALID",
    file: "orchestra.config.yaml",
  });
});

test("a pattern that never ends costs a moment, not the run", async () => {
  const trap = 'configuration: {schema: {properties: {A: {pattern: "^(a+)+$"}}}}';
  const { lines } = await validate({ "orchestra.config.yaml": trap, ".env": `A=${"a".repeat(40)}!\n` });
  expect(lines).toEqual(["format_mismatch A .env:1"]);
});

test("Zod and checks of a trusted code config are held against the values", async () => {
  const machine = createMachine();
  writeTree(machine.root, {
    "orchestra.config.ts": `
      import { z } from ${JSON.stringify(import.meta.resolve("zod"))};
      export default { configuration: {
        schema: z.object({
          PORT: z.number().int().max(9000),
          MODE: z.enum(["fast", "slow"]).optional(),
          PIN: z.string().min(6).meta({ sensitive: true }).optional(),
          ovens: z.object({ heat: z.number() }),
        }),
        checks: { NAME: (value) => (value === "oven" ? undefined : "it has to be oven") },
      } };`,
    ".env": "PORT=9999\nMODE=odd\nPIN=1234\nNAME=pan\n",
  });
  const before = await machine.run("config", "validate", "--json");
  expect(JSON.parse(before.stdout).data.errors).toEqual([]);
  await machine.run("trust");
  const { stdout, exitCode } = await machine.run("config", "validate", "--json");
  const errors: readonly { rule: string; key: string; message: string }[] = JSON.parse(stdout).data.errors;
  expect(exitCode).toBe(1);
  expect(errors.map(({ rule, key }) => `${rule} ${key}`)).toEqual([
    "out_of_range PORT",
    "not_allowed MODE",
    "out_of_range PIN",
    "check_failed NAME",
    "required_key ovens.heat",
  ]);
  expect(stdout).toContain("it has to be oven");
  expect(stdout).not.toContain("1234");
  const schema = JSON.parse((await machine.run("config", "schema", "--json")).stdout).data.schema;
  expect(schema.properties.PORT).toMatchObject({ type: "integer", maximum: 9000 });
});

const ENV_SCHEMA = `# @defaultRequired=true @defaultSensitive=false
# ---

# what it listens on
# @type=port
PORT=
# @optional @type=enum(fast, slow)
MODE=
# @type=number(min=1, max=9)
SIZE=3
# @sensitive
PIN=
`;

test(".env.schema says what is required, of which type, and what is secret", async () => {
  const right = await validate({ ".env.schema": ENV_SCHEMA, ".env": "PORT=1\nPIN=ab12\n" });
  expect(right.lines).toEqual([]);
  const wrong = await validate({ ".env.schema": ENV_SCHEMA, ".env": "MODE=odd\nSIZE=12\nPORT=a\n" });
  expect(wrong.lines).toEqual([
    "not_allowed MODE .env:1",
    "out_of_range SIZE .env:2",
    "type_mismatch PORT .env:3",
    "missing_key PIN .env.schema:12",
  ]);
  const root = temporaryFolder();
  writeTree(root, { ".env.schema": ENV_SCHEMA, ".env": "PIN=ab12\n" });
  const listed = await createOrchestra({ root, env: {} }).listConfiguration({ prefix: "PIN" });
  expect(listed.map(({ isSecret, isPlaceholder }) => isSecret || isPlaceholder)).toEqual([true, true]);
});

test("tfvars are held against their variables", async () => {
  const variables =
    'variable "size" {\n  type = number\n}\nvariable "zone" {}\nvariable "set" {\n  default = 1\n}\n';
  const { lines } = await validate({
    "infra/variables.tf": variables,
    "infra/terraform.tfvars": 'size = "big"\n',
    "modules/a/variables.tf": 'variable "free" {}\n',
    "fixtures/b/variables.tf": 'variable "n" { type = number }\n',
    "fixtures/b/terraform.tfvars": 'n = "x"\n',
    "fixtures/.env": "A=1\nA=2\n",
    "examples/a/variables.tf": 'variable "yours" {}\nvariable "mine" {}\n',
    "examples/a/terraform.tfvars": "mine = 1\n",
  });
  expect(lines).toEqual([
    "type_mismatch size infra/terraform.tfvars:1",
    "required_variable_unset zone infra/variables.tf:4",
  ]);
  const fine = await validate({
    "infra/variables.tf": variables,
    "infra/terraform.tfvars": "size = 3\n",
    "infra/prod.tfvars": 'zone = "a"\n',
  });
  expect(fine.isValid).toBe(true);
});

test("one key with different values in two environments is valid", async () => {
  const tree = {
    ".env.development": "DATABASE_HOST=localhost\n",
    ".env.production": "DATABASE_HOST=db.internal\n",
  };
  expect((await validate(tree)).isValid).toBe(true);
});
