import { expect, test } from "vitest";
import { CONFIG_LAYERS, type ConfigEntry } from "../../src/model/config-entry.ts";
import { createMachine } from "../support/command.ts";
import { writeTree, type Tree } from "../support/folders.ts";

/** One key in every layer that can hold for the root, each with the name of its layer as value. */
const EVERY_LAYER: Tree = {
  ".env.production.local": "HEAT=dotenv_stage_local\n",
  ".env.production": "HEAT=dotenv_stage\n",
  ".env.local": "HEAT=dotenv_local\n",
  ".env": "HEAT=dotenv\n",
  ".env.defaults": "HEAT=dotenv_defaults\n",
  "prod.tfvars": 'heat = "terraform_var_file"\n',
  "x.auto.tfvars": 'heat = "terraform_auto_tfvars"\n',
  "terraform.tfvars.json": '{"heat": "terraform_tfvars_json"}',
  "terraform.tfvars": 'heat = "terraform_tfvars"\n',
  "app.yaml": "runtime: nodejs20\nenv_variables:\n  HEAT: deployment\n",
  "config.production.json": '{"heat": "file_stage"}',
  "config.json": '{"heat": "file"}',
  "main.tf": 'variable "heat" {\n  default = "terraform_default"\n}\n',
  ".env.example": "HEAT=dotenv_template\n",
};

test("explain names every layer in its order, and each in turn holds when those above it are gone", async () => {
  const machine = createMachine({
    ORCHESTRA_ENVIRONMENT: "production",
    HEAT: "process_environment",
    TF_VAR_heat: "terraform_environment",
  });
  writeTree(machine.root, EVERY_LAYER);
  await machine.run("config", "set", "heat", "set", "--environment", "production");
  const { stdout } = await machine.run("config", "explain", "HEAT", "--set", "HEAT=command_line", "--json");
  const { winner, candidates } = JSON.parse(stdout).data;
  const found: readonly (ConfigEntry & { readonly reason: string })[] = candidates;
  const elsewhere = ["deployment_env_file", "terraform_local"];
  expect(found.map(({ layer }) => layer)).toEqual(
    CONFIG_LAYERS.filter((layer) => !elsewhere.includes(layer)),
  );
  expect(found.map(({ value }) => value)).toEqual(found.map(({ layer }) => layer));
  expect(winner.layer).toBe("command_line");
  for (const { reason } of found) expect(reason).not.toBe("");
  const places = found.map(({ source }) => source.file).filter((file) => file !== undefined);
  expect(places.toSorted()).toEqual(
    [...Object.keys(EVERY_LAYER), ".orchestra/configuration.json"].toSorted(),
  );
});

test("each layer holds when those above it are gone", async () => {
  const files = Object.entries(EVERY_LAYER).filter(([path]) => path !== ".env.example");
  const order = new Map<string, number>(CONFIG_LAYERS.map((layer, at) => [layer, at]));
  const layerOf = (text: string) => (text.match(/[a-z_]+/g) ?? []).find((word) => order.has(word)) ?? "";
  const sorted = files.toSorted(([, a], [, b]) => {
    return (order.get(layerOf(a)) ?? 0) - (order.get(layerOf(b)) ?? 0);
  });
  for (let from = 0; from < sorted.length; from += 1) {
    const machine = createMachine({ ORCHESTRA_ENVIRONMENT: "production" });
    writeTree(machine.root, Object.fromEntries(sorted.slice(from)));
    const { stdout } = await machine.run("config", "get", "HEAT", "--json");
    const { value, layer } = JSON.parse(stdout).data;
    expect(value).toBe(layer);
    expect(sorted[from]?.[1]).toContain(value);
  }
});

test("nearer folders stand above their parents, siblings never count, all stands below the environment", async () => {
  const machine = createMachine({ ORCHESTRA_ENVIRONMENT: "production" });
  writeTree(machine.root, {
    ".env": "A=root\nB=root\n",
    "apps/.env": "A=apps\n",
    "apps/web/.env": "A=web\n",
    "apps/api/.env": "A=api\nONLY_API=1\n",
    "config/settings.json": '{"c": "all"}',
    "config/production.json": '{"c": "production"}',
    "config/staging.json": '{"c": "staging"}',
  });
  const get = async (...parameters: readonly string[]) =>
    (await machine.run("config", "get", ...parameters)).stdout.trim();
  expect(await get("A")).toBe("root");
  expect(await get("A", "--scope", "apps")).toBe("apps");
  expect(await get("A", "--scope", "apps/web")).toBe("web");
  expect(await get("B", "--scope", "apps/web")).toBe("root");
  expect((await machine.run("config", "get", "ONLY_API", "--scope", "apps/web")).exitCode).toBe(2);
  expect(await get("c", "--scope", "config")).toBe("production");
  expect(await get("c", "--scope", "config", "--environment", "staging")).toBe("staging");
  expect(await get("c", "--scope", "config", "--environment", "test")).toBe("all");
});

test("what the layers leave equal is settled by priority, and what that leaves equal is told", async () => {
  const machine = createMachine();
  writeTree(machine.root, { "config.json": '{"a": 1, "same": 1}', "config.yaml": "a: 2\nsame: 1\n" });
  const tie = await machine.run("config", "get", "a", "--json");
  expect(tie.exitCode).toBe(2);
  expect(JSON.parse(tie.stdout).error).toMatchObject({ code: "CONFIG_AMBIGUOUS" });
  expect(JSON.parse(tie.stdout).error.message).toContain("config.json:1");
  expect((await machine.run("config", "get", "same")).stdout).toBe("1\n");
  await machine.run("config", "set", "p", "low", "--priority", "low", "--scope", "x");
  await machine.run(
    "config",
    "set",
    "p",
    "high",
    "--priority",
    "high",
    "--scope",
    "x",
    "--environment",
    "all",
  );
  expect((await machine.run("config", "get", "p", "--scope", "x")).stdout).toBe("low\n");
});
