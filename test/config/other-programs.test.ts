import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import dotenvFlow from "dotenv-flow";
import { expect, test } from "vitest";
import { createOrchestra } from "../../src/api/orchestra.ts";
import { hasTerraform, TERRAFORM_ENV } from "../support/terraform.ts";
import { temporaryFolder } from "../support/folders.ts";

/** Writes files so that there is one key for each subset of them, named by the subset's bits. */
function writeSubsets(
  folder: string,
  files: readonly string[],
  write: (key: string, file: string) => string,
): readonly string[] {
  const keys = Array.from({ length: 2 ** files.length }, (_, bits) => `key_${bits}`);
  files.forEach((file, bit) => {
    const lines = keys.filter((_, bits) => (bits >> bit) % 2 === 1).map((key) => write(key, file));
    const text = file.endsWith(".json")
      ? `{${lines.join(",\n")}}`
      : lines.map((line) => `${line}\n`).join("");
    writeFileSync(join(folder, file), text);
  });
  return keys;
}

const DOTENV_FILES = [
  ".env.defaults",
  ".env",
  ".env.local",
  ".env.production",
  ".env.production.local",
  ".env.test",
  ".env.test.local",
];

test.each(["production", "test", "development"])(
  "of every subset of .env files the one that dotenv-flow loads holds, for %s",
  async (environment) => {
    const folder = temporaryFolder();
    const keys = writeSubsets(folder, DOTENV_FILES, (key, file) => `${key}=${file}`);
    const listed = dotenvFlow.listFiles({ path: folder, node_env: environment });
    const loaded = dotenvFlow.parse(
      listed.map((file) => resolve(folder, file)).filter((file) => existsSync(file)),
    );
    const orchestra = createOrchestra({ root: folder, environment, env: { HOME: folder } });
    const held = await orchestra.getAllConfiguration();
    expect(Object.keys(loaded).length).toBeGreaterThan(3);
    for (const key of keys)
      expect(`${key} ${JSON.stringify(held[key])}`).toBe(`${key} ${JSON.stringify(loaded[key])}`);
  },
);

const TERRAFORM_FILES = [
  "terraform.tfvars",
  "terraform.tfvars.json",
  "a.auto.tfvars",
  "b.auto.tfvars.json",
  "c.auto.tfvars",
];

test.skipIf(!hasTerraform())(
  `of every subset of tfvars files and TF_VAR_ the one that terraform takes holds${hasTerraform() ? "" : " (skipped: terraform is not on PATH)"}`,
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder();
    const keys = writeSubsets(folder, TERRAFORM_FILES, (key, file) =>
      file.endsWith(".json") ? `"${key}": "${file}"` : `${key} = "${file}"`,
    );
    writeFileSync(
      join(folder, "main.tf"),
      keys.map((key) => `variable "${key}" {\n  default = "default"\n}\n`).join(""),
    );
    const variables = Object.fromEntries(
      keys.filter((_, at) => at % 3 === 0).map((key) => [`TF_VAR_${key}`, "environment"]),
    );
    const question = `jsonencode({${keys.map((key) => `${key} = var.${key}`).join(", ")}})\n`;
    const answer = execFileSync("terraform", ["console"], {
      cwd: folder,
      input: question,
      env: { ...TERRAFORM_ENV, ...variables, HOME: folder },
      encoding: "utf8",
    });
    const told: unknown = JSON.parse(JSON.parse(answer));
    const orchestra = createOrchestra({ root: folder, env: { HOME: folder, ...variables } });
    expect(await orchestra.getAllConfiguration("key")).toEqual(told);
  },
);
