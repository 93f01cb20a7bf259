import { cpSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { createOrchestra } from "../../src/api/orchestra.ts";
import { FILE_SOURCES } from "../../src/config/sources/index.ts";
import { CONFIG_LAYERS, CONFIG_SOURCE_KINDS, type ConfigEntry } from "../../src/model/config-entry.ts";
import type { StructuredFormat } from "../../src/model/document.ts";
import { parseStructured } from "../../src/workspace/parsers/index.ts";
import { temporaryFolder, writeTree } from "../support/folders.ts";

const FIXTURES = "fixtures/config";

/** What a folder's configuration is, a line each. */
async function listOf(folder: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const orchestra = createOrchestra({ root: folder, env: { HOME: folder, ...env } });
  const entries = await orchestra.listConfiguration();
  return entries
    .filter(({ key }) => key !== "HOME")
    .map((entry) => `${lineOf(entry)}\n`)
    .join("");
}

function lineOf({ key, value, secret, source, environment, scope, layer, ...rest }: ConfigEntry): string {
  const { file = "", line = 0, column = 0, endLine } = source;
  const place = `${file}:${line}:${column}${endLine === undefined ? "" : `-${endLine}`}`;
  const shown = secret === undefined ? JSON.stringify(value) : `(${secret.kind} ${secret.length})`;
  const { isPlaceholder, isExpression, isUnset, declaration } = rest;
  const marks = Object.entries({ isPlaceholder, isExpression, isUnset }).filter(([, mark]) => mark === true);
  const facts = [source.kind, environment, scope, layer, ...marks.map(([mark]) => mark)].join(" ");
  const declared = declaration === undefined ? "" : ` ${JSON.stringify(declaration)}`;
  return `${place} ${key} = ${shown} | ${facts}${declared}`;
}

test("every kind of source has a fixture, and every fixture a source", () => {
  const made = ["command_line", "set"];
  const wanted = CONFIG_SOURCE_KINDS.filter((kind) => !made.includes(kind));
  expect(readdirSync(FIXTURES).toSorted()).toEqual(wanted.toSorted());
});

test("the process gives its variables, TF_VAR_ among them", async () => {
  const env = { PORT: "8080", TF_VAR_region: "us", TF_VAR_pin: "9999", API_TOKEN: "bread-and-butter-7" };
  const folder = temporaryFolder();
  writeTree(folder, { "main.tf": 'variable "pin" {\n  sensitive = true\n}\n' });
  await expect(await listOf(folder, env)).toMatchFileSnapshot(resolve(FIXTURES, "environment/expected.txt"));
});

describe.each(FILE_SOURCES.map((source) => [source.kind, source] as const))("%s", (kind, source) => {
  const fixture = join(FIXTURES, kind);

  test("gives what its fixture holds, at its place", async () => {
    const folder = temporaryFolder();
    cpSync(fixture, folder, { recursive: true, filter: (path) => !path.endsWith("expected.txt") });
    await expect(await listOf(folder)).toMatchFileSnapshot(resolve(fixture, "expected.txt"));
  });

  test("names layers that exist", () => {
    for (const path of ["x", ".env", "prod.tfvars", "config/a.json"]) {
      expect(CONFIG_LAYERS).toContain(source.layerOf(path, undefined));
      expect(CONFIG_LAYERS).toContain(source.layerOf(path, "production"));
    }
  });

  test("is pure, and not brought down by what is broken", async () => {
    const texts = [
      "",
      "\0",
      "{",
      "[[[",
      "a: &a [*a]",
      "= =",
      'x = "',
      "\uFEFFa=1\r\n",
      "services: [1]",
      "env: 7",
    ];
    for (const text of texts) {
      const read = (format: StructuredFormat) => parseStructured(format, text);
      const first = await source.extract({ path: "x.json", parse: read });
      expect(await source.extract({ path: "x.json", parse: read })).toEqual(first);
      for (const { line, column } of first.values) expect(Math.min(line, column)).toBeGreaterThan(0);
    }
  });
});
