import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseHcl } from "../../../src/workspace/parsers/hcl.ts";
import { toPlain } from "../../../src/workspace/parsers/navigate.ts";
import { temporaryFolder } from "../../support/folders.ts";

const LITERALS = {
  negative: "-42",
  fraction: "1.50",
  escaped: '"a\\"b\\\\c\\n\\t\\u00e9\\U0001F600 $${x} %%{y}"',
  empty: '""',
  nothing: "null",
  list: '[1, "two", [3, null], { a = 1 }]',
  object: '{ a = 1, "b c" = "x", d : true, 5 = "five", nested = { k = ["v",] } }',
  heredoc: '<<EOT\nline one\n  "two" \\n not escaped $${z}\nEOT',
  indented: "<<-EOT\n    first\n      second\n\n    third\n    EOT",
  commented: '{\n  # comment\n  x = 1 // other\n  z = "a#b" /* c */\n}',
};

const terraform = findTerraform();

test.skipIf(terraform === undefined)(
  `literals are what terraform console says of them${terraform === undefined ? " (skipped: terraform is not on PATH)" : ""}`,
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder();
    const text = Object.entries(LITERALS).map(([name, literal]) => `${name} = ${literal}\n`);
    writeFileSync(join(folder, "terraform.tfvars"), text.join(""));
    const names = Object.keys(LITERALS);
    writeFileSync(
      join(folder, "main.tf"),
      names.map((name) => `variable "${name}" { type = any }\n`).join(""),
    );
    const all = `jsonencode({${names.map((name) => `${name} = var.${name}`).join(", ")}})\n`;
    const env = { ...process.env, HOME: folder, TF_CLI_CONFIG_FILE: "/dev/null", CHECKPOINT_DISABLE: "1" };
    const answer = execFileSync("terraform", ["console"], { cwd: folder, input: all, env, encoding: "utf8" });
    const told: unknown = JSON.parse(JSON.parse(answer));
    const [root] = (await parseHcl(text.join(""))).documents;
    expect(root === undefined ? undefined : toPlain(root)).toEqual(told);
  },
);

test("a whole number with more digits than a double holds keeps them all", async () => {
  const [root] = (
    await parseHcl("a = 12345678901234567890\nb = -12345678901234567890\nc = 9007199254740991\n")
  ).documents;
  expect(root === undefined ? undefined : toPlain(root)).toEqual({
    a: "12345678901234567890",
    b: "-12345678901234567890",
    c: 9_007_199_254_740_991,
  });
});

function findTerraform(): string | undefined {
  try {
    return execFileSync("terraform", ["version"], {
      encoding: "utf8",
      env: { ...process.env, CHECKPOINT_DISABLE: "1", TF_CLI_CONFIG_FILE: "/dev/null" },
    });
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}
