import { execFileSync } from "node:child_process";
import { closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createMachine } from "../support/command.ts";
import { linkBasicPrograms } from "../support/basic-programs.ts";
import { commitAll, writeTree } from "../support/folders.ts";

const BOMB = `a: &a [x, x, x, x, x, x, x, x, x]\n${"bcdefghij"
  .split("")
  .map(
    (name, at) =>
      `${name}: &${name} [${Array.from({ length: 9 }, () => `*${"abcdefghi"[at] ?? "a"}`).join(", ")}]`,
  )
  .join("\n")}\n`;

test("a repository that fights back costs a diagnostic each, and seconds", { timeout: 120_000 }, async () => {
  const machine = createMachine({ PATH: linkBasicPrograms() });
  writeTree(machine.root, {
    "bomb.yaml": BOMB,
    "compose.yaml": `x: &x {a: 1}\nservices:\n${Array.from({ length: 3_000 }, (_, at) => `  s${at}: {<<: *x, image: y}`).join("\n")}\n`,
    "fill.yaml": "{{a".repeat(500_000),
    "gap.yaml": `${" ".repeat(1_000_000)}x: "\n`,
    "headings.md": `${"<h1>".repeat(100_000)}\n\n# ${"[a".repeat(100_000)}\n`,
    "trap.md": `${"[".repeat(20_000)}\n\n${"(a".repeat(20_000)}\n\n${"*a_".repeat(5_000)}\n`,
    "trap.ts": `import x from "./${"a/".repeat(5_000)}b";\nconst s = "${"\\".repeat(20_000)}";\n`,
    "trap.env": `${"A".repeat(50_000)}=${"$".repeat(50_000)}\n`,
    Dockerfile: `FROM node:20\nCOPY ${"a/".repeat(20_000)}b.txt /x\n`,
    ".github/workflows/a.yml": `on: push\njobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n      - run: ${"bash -x ".repeat(5_000)}\n`,
    "package.json": `{"name": "x", "scripts": {"a": "${"node ".repeat(10_000)}"}}\n`,
    "deep.json": "[".repeat(100_000),
    "min.js": `import a from "./gone";${"var a=1;".repeat(50_000)}\n`.repeat(2),
    "lines.js": 'const x = require("./lines");\n'.repeat(50_000),
    Makefile: `image:\n\t${"| docker build ".repeat(50_000)}\n`,
    "twice.json": `{${'"a":1,"a":2,'.repeat(40_000)}"b":1}\n`,
    "twice.yaml": "a: 1\n".repeat(20_000),
    ".env.example": "OVEN=\n",
    "schema.ts": `${Array.from({ length: 250 }, (_, at) => `use(process.env.K${at}, process.env.OVEN);\n`).join("")}${"K1: z.string(),\nK2: z.number(\n".repeat(30_000)}\n`,
    "merge.txt": "<<<<<<< a\n".repeat(50_000),
    CODEOWNERS: "/gone/of/old @bakery\n".repeat(20_000),
    "many.py": Array.from({ length: 20_000 }, (_, at) => `from .gone${at} import x`).join("\n"),
    "anchors.md": "<a ".repeat(50_000),
    "long.md": `[x](${"a/".repeat(50_000)}b.md)\n`,
    "keys.txt": `${["-----BEGIN", "PRIVATE", "KEY-----"].join(" ")}\n`.repeat(20_000),
  });
  mkdirSync(join(machine.root, "loop"));
  symlinkSync("../loop", join(machine.root, "loop/again"));
  symlinkSync("self", join(machine.root, "self"));
  symlinkSync("/", join(machine.root, "top"));
  writeFileSync(join(machine.root, "new\nline.md"), "[x](gone.md)\n");
  writeFileSync(join(machine.root, "--option.md"), "[x](gone.md)\n");
  commitAll(machine.root);
  const sparse = openSync(join(machine.root, "sparse.json"), "w");
  ftruncateSync(sparse, 4_294_967_296);
  closeSync(sparse);
  execFileSync("git", ["status", "--short"], { cwd: machine.root });
  const { stdout, exitCode, stderr } = await machine.run(
    "setup",
    "--conflicts",
    "--json",
    "--fail-on",
    "none",
  );
  expect(stderr).toBe("");
  expect(exitCode).toBe(0);
  const { data, diagnostics } = JSON.parse(stdout);
  const told = data.conflicts.map(
    ({ rule, places }: { readonly rule: string; readonly places: readonly [{ readonly file: string }] }) =>
      `${rule} ${places[0].file}`,
  );
  expect(told).toContain("broken_md_link new\nline.md");
  expect(told).toContain("broken_md_link --option.md");
  expect(told).toContain("parse_error bomb.yaml");
  expect(told).toContain("parse_error deep.json");
  const files = diagnostics.map(({ file = "" }: { readonly file?: string }) => file);
  for (const file of ["bomb.yaml", "deep.json", "CODEOWNERS", "many.py", "sparse.json"])
    expect(files).toContain(file);
});
