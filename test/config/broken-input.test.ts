import { ftruncateSync, openSync, closeSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ConfigEntry } from "../../src/model/config-entry.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { createMachine } from "../support/command.ts";
import { writeTree } from "../support/folders.ts";

const BOMB = `a: &a [x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 12 }, (_, at) => {
  const [name, before] = [String.fromCodePoint(98 + at), String.fromCodePoint(97 + at)];
  return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(", ")}]\n`;
}).join("")}`;

const FILES: Readonly<Record<string, string>> = {
  "config/bom.json": '\uFEFF{"bom": 1}',
  "config/crlf.ini": "[a]\r\ncrlf = 1\r\n",
  "bom/.env": "\uFEFFBOM=1\r\nCRLF=2\r\n",
  "config/bomb.yaml": BOMB,
  "config/deep.json": `{"deep": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
  "config/deep.yaml": `deep: ${"[".repeat(100_000)}${"]".repeat(100_000)}\n`,
  "config/deep.toml": `deep = ${"[".repeat(100_000)}${"]".repeat(100_000)}\n`,
  "deep/terraform.tfvars": `deep = ${"[".repeat(100_000)}${"]".repeat(100_000)}\nafter = 1\n`,
  "config/twice.json": '{"twice": 1,\n "twice": 2}',
  "config/open.json": '{"open": "x\n}',
  "config/open.yaml": 'open: "x\nmore: [1\n',
  "config/open.toml": 'open = "x\nmore = 1\n',
  "open/.env": 'OPEN="x\nNEXT=1\nthis line is none\n',
  "open/terraform.tfvars": 'open = "x\nnext = 1\n',
  "heredoc/terraform.tfvars": "open = <<EOT\nx\nnext = 1\n",
};

/** Files that have to be told of, and the line of each. */
const TOLD: Readonly<Record<string, number | undefined>> = {
  "config/bomb.yaml": 1,
  "config/deep.json": 1,
  "config/deep.yaml": 1,
  "config/deep.toml": 1,
  "deep/terraform.tfvars": 1,
  "config/open.json": 1,
  "config/open.yaml": undefined,
  "config/open.toml": 1,
  "open/.env": 3,
  "open/terraform.tfvars": 1,
  "heredoc/terraform.tfvars": 1,
  "config/large.json": undefined,
};

test(
  "whatever a file holds, it is told with its place, and every other file is read",
  { timeout: 60_000 },
  async () => {
    const machine = createMachine();
    writeTree(machine.root, { ...FILES, "config/good.json": '{"good": 1}' });
    const sparse = openSync(join(machine.root, "config/large.json"), "w");
    ftruncateSync(sparse, 209_715_200);
    closeSync(sparse);
    writeFileSync(join(machine.root, "config/binary.json"), Buffer.from([0, 1, 2, 255, 254, 123]));
    writeFileSync(join(machine.root, "config/latin.ini"), Buffer.from([97, 61, 233, 10]));
    const { stdout, stderr } = await machine.run("setup", "--config", "--json");
    expect(stderr).toBe("");
    const { data, diagnostics }: Answer = JSON.parse(stdout);
    const valueOf = (file: string) =>
      Object.fromEntries(
        data.config.entries
          .filter(({ source }) => source.file === file)
          .map(({ key, value }) => [key, value]),
      );
    expect(valueOf("config/good.json")).toEqual({ good: 1 });
    expect(valueOf("config/bom.json")).toEqual({ bom: 1 });
    expect(valueOf("config/crlf.ini")).toEqual({ "a.crlf": "1" });
    expect(valueOf("bom/.env")).toEqual({ BOM: "1", CRLF: "2" });
    expect(valueOf("deep/terraform.tfvars")).toEqual({ after: 1 });
    expect(valueOf("open/terraform.tfvars")).toEqual({ next: 1 });
    expect(valueOf("config/binary.json")).toEqual({});
    for (const [file, line] of Object.entries(TOLD)) {
      const [first] = diagnostics.filter((found) => found.file === file);
      expect(`${file} ${first?.code ?? "was not told of"}`).toMatch(/PARSE_ERROR|FILE_TOO_LARGE/);
      if (line !== undefined) expect(`${file}:${first?.line ?? 0}`).toBe(`${file}:${line}`);
    }
  },
);

interface Answer {
  readonly data: { readonly config: { readonly entries: readonly ConfigEntry[] } };
  readonly diagnostics: readonly Diagnostic[];
}
