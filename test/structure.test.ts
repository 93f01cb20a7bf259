import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const FILES = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "src", "bin", "test", "bench"], {
  encoding: "utf8",
})
  .trim()
  .split("\n")
  .filter((path) => /\.(ts|js)$/.test(path));

test("no file is longer than 300 lines, and folders have names that mean something", () => {
  expect(FILES.length).toBeGreaterThan(100);
  for (const path of FILES) {
    expect(readFileSync(path, "utf8").split("\n").length, path).toBeLessThanOrEqual(301);
    expect(path).not.toMatch(/\b(utils?|helpers?|common|misc)\b/);
  }
});

test("the source has no escape from its types and no second way to the world", () => {
  for (const path of FILES.filter((file) => file.startsWith("src/"))) {
    const code = readFileSync(path, "utf8").replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    if (!/^src\/(platform|cli\/main)/.test(path))
      expect(code, path).not.toMatch(
        /\bprocess\.(env|cwd|exit|argv|stdout)|\bconsole\.|Math\.random|Date\.now\(|new Date\(\)/,
      );
  }
});
