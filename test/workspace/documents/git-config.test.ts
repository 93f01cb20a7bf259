import fc from "fast-check";
import { expect, test } from "vitest";
import { parseGitConfig } from "../../../src/workspace/documents/git-config.ts";

test("sections, quoted and dotted subsections, values with their lines", () => {
  const text = [
    "# of the bakery",
    "[core]",
    "\tbare = false ; no",
    "  FileMode",
    '[remote "origin"] url = "git@github.com:bakery/ovens.git" # main',
    "\tfetch = +refs/heads/*:\\",
    "refs/remotes/origin/*",
    '[remote "a\\"b"]',
    'url = one" # two "three',
    "[branch.Main]",
    "merge=refs/heads/main",
    "=nothing",
    "[broken",
  ].join("\r\n");
  expect(parseGitConfig(text)).toEqual([
    { section: "core", subsection: undefined, key: "bare", value: "false", line: 3 },
    { section: "core", subsection: undefined, key: "filemode", value: "true", line: 4 },
    {
      section: "remote",
      subsection: "origin",
      key: "url",
      value: "git@github.com:bakery/ovens.git",
      line: 5,
    },
    {
      section: "remote",
      subsection: "origin",
      key: "fetch",
      value: "+refs/heads/*:refs/remotes/origin/*",
      line: 6,
    },
    { section: "remote", subsection: 'a"b', key: "url", value: "one # two three", line: 9 },
    { section: "branch", subsection: "main", key: "merge", value: "refs/heads/main", line: 11 },
  ]);
});

test("what is written quoted is read back", () => {
  const written = fc.string().map((text) => text.replaceAll(/[\r\n\0\t]/g, " "));
  fc.assert(
    fc.property(written, written, (subsection, value) => {
      const quote = (text: string) => `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
      const [setting] = parseGitConfig(`[url ${quote(subsection)}]\n\tinsteadOf = ${quote(value)}\n`);
      expect(setting).toEqual({ section: "url", subsection, key: "insteadof", value, line: 2 });
    }),
  );
});

test("any text is read to its end, and a long one in no time", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseGitConfig(text)));
  for (const piece of ["[a", '[a "', "a = \\\n", '"', "[a]\n", "x = \\"]) {
    expect(Array.isArray(parseGitConfig(`[a]\n${piece.repeat(100_000)}`))).toBe(true);
  }
});
