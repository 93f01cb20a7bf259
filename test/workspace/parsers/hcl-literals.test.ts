import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseHcl } from "../../../src/workspace/parsers/hcl.ts";
import { toPlain } from "../../../src/workspace/parsers/navigate.ts";
import { temporaryFolder } from "../../support/folders.ts";
import { hasTerraform, TERRAFORM_ENV } from "../../support/terraform.ts";

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
  exponent: "1e3",
  small: "25e-3",
  grouped: "((5))",
  wrapped: '"${"x"}"',
  wrappedNumber: '"${5}"',
  mixed: '"a${1}b${"c"}d${true}"',
  big: "123456789012345678901234567890",
  bigNegative: "-9007199254740993",
  composed: '"e\u0301 \u00e9 ﬁ"',
  dollars: '"$ $$ $x $$x % %% %x $$$ {$} }"',
  tripled: '"$$${x} %%%{y}"',
  deep: "{ a = { b = [{ c = [[], {}, { d = null }] }] } }",
  lines: "[\n  1, # one\n  2,\n\n  /* three */ 3\n]",
  brokenLines: '{\n  "a" = 1\n\n  b   : 2,\n  (  "c" ) = 3\n}',
  crlf: "[1,\r\n  2]",
  tabbed: "<<-X\n\t\tone\n\t\t\ttwo\n\tX",
  flush: "<<-X\n   a\n  b\n\n    c\n  X",
  quoting: '<<X\n"a" \\" $${b} %%{c} $ {d}\nX',
  commented: '{\n  # comment\n  x = 1 // other\n  z = "a#b" /* c */\n}',
};

test.skipIf(!hasTerraform())(
  `literals are what terraform console says of them${hasTerraform() ? "" : " (skipped: terraform is not on PATH)"}`,
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
    const env = { ...TERRAFORM_ENV, HOME: folder };
    const answer = execFileSync("terraform", ["console"], { cwd: folder, input: all, env, encoding: "utf8" });
    const told: unknown = JSON.parse(JSON.parse(answer));
    const [root] = parseHcl(text.join("")).documents;
    const found = root === undefined ? {} : toPlain(root);
    expect(withDigits(found)).toEqual(withDigits(told));
  },
);

/** Numbers that JSON has no room for are compared by their digits: JSON.parse has lost those that Terraform gave. */
function withDigits(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withDigits);
  if (typeof value !== "object" || value === null)
    return typeof value === "string" && /^-?\d{16,}$/.test(value) ? Number(value) : value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withDigits(member)]));
}

test("a whole number with more digits than a double holds keeps them all", () => {
  const [root] = parseHcl(
    "a = 12345678901234567890\nb = -12345678901234567890\nc = 9007199254740991\n",
  ).documents;
  expect(root === undefined ? undefined : toPlain(root)).toEqual({
    a: "12345678901234567890",
    b: "-12345678901234567890",
    c: 9_007_199_254_740_991,
  });
});

test.each([
  ["a = [1 2]\nb = 3\n", 1],
  ["a = [\nb = 3\n", 2],
  ['a = "open\nb = 3\n', 1],
  ["a = <<EOT\nb = 3\n", 1],
  ["a =\nb = 3\n", 1],
  ["a = 1 +\nb = 3\n", 1],
  ["a = 5 6\nb = 3\n", 1],
  ["a = f(\nb = 3\n", 2],
  ["? = 1\nb = 3\n", 1],
  ["}\nb = 3\n", 1],
  ["a = }\nb = 3\n", 1],
  ['x "y" {\n  a = 1\n\nz "b" {\n}\nb = 3\n', 4],
])("what stands around a fault is kept: %j", (text, line) => {
  const { documents, problems } = parseHcl(text);
  const [problem] = problems;
  expect(problem?.line).toBe(line);
  const keys = documents[0]?.kind === "object" ? documents[0].members.map(({ key }) => key) : [];
  expect(keys.at(-1)).toBe("b");
});

test("numbers that a double holds are numbers, the others their digits", async () => {
  const text =
    "a = 1e3\nb = 0.1\nc = 5e-324\nd = 1e400\ne = 1e-400\nf = 3.14159265358979323846\ng = 0.30000000000000004\nh = 1.50\n";
  const [root] = parseHcl(text).documents;
  expect(root === undefined ? undefined : toPlain(root)).toEqual({
    a: 1000,
    b: 0.1,
    c: 5e-324,
    d: "1e400",
    e: "1e-400",
    f: "3.14159265358979323846",
    g: 0.300_000_000_000_000_04,
    h: 1.5,
  });
});
