import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { createOrchestra } from "../../src/api/orchestra.ts";
import { CONFLICT_RULES } from "../../src/conflicts/rules.ts";
import { CONFLICT_SEVERITIES, CONFLICT_TYPES } from "../../src/model/conflict.ts";
import { linkBasicPrograms } from "../support/basic-programs.ts";
import { commitAll, temporaryFolder, writeTree } from "../support/folders.ts";
import { DOUBTS } from "./cases/doubts.ts";
import { FILE_AND_CONFIGURATION_CASES } from "./cases/files-and-configuration.ts";
import { MADE } from "./cases/made.ts";
import { REAL_CODE } from "./cases/real-code.ts";
import { REAL_HABITS } from "./cases/real-habits.ts";
import { REAL_LEFT } from "./cases/real-left.ts";
import { REAL_OPTIONS } from "./cases/real-options.ts";
import { REAL_MAKERS } from "./cases/real-makers.ts";
import { REAL_CUSTOMS } from "./cases/real-customs.ts";
import { REAL_ELSEWHERE } from "./cases/real-elsewhere.ts";
import { REAL_ORIGINS } from "./cases/real-origins.ts";
import { REAL_PAGES } from "./cases/real-pages.ts";
import { REAL_PLACES } from "./cases/real-places.ts";
import { REFERENCE_CASES } from "./cases/references.ts";
import { TERRAFORM_CASES } from "./cases/terraform.ts";
import { MACHINE_CASES } from "./cases/machine.ts";
import { VERSION_CASES } from "./cases/versions.ts";

const CASES = [
  ...FILE_AND_CONFIGURATION_CASES,
  ...TERRAFORM_CASES,
  ...REFERENCE_CASES,
  ...VERSION_CASES,
  ...MACHINE_CASES,
  ...DOUBTS,
  ...MADE,
  ...REAL_CODE,
  ...REAL_HABITS,
  ...REAL_LEFT,
  ...REAL_OPTIONS,
  ...REAL_MAKERS,
  ...REAL_CUSTOMS,
  ...REAL_ELSEWHERE,
  ...REAL_ORIGINS,
  ...REAL_PAGES,
  ...REAL_PLACES,
];

const RULES = new Map(CONFLICT_RULES.map((rule) => [rule.rule, rule]));

test.each(CASES)(
  "$rule: $found",
  async ({ rule, tree, found, links, programs, forced = [], submodules = [] }) => {
    const root = temporaryFolder();
    writeTree(root, tree);
    for (const [path, target] of Object.entries(links ?? {})) symlinkSync(target, join(root, path));
    if (forced.length > 0 || submodules.length > 0) execFileSync("git", ["init", "--quiet"], { cwd: root });
    if (forced.length > 0) execFileSync("git", ["add", "--force", ...forced], { cwd: root });
    for (const path of submodules) {
      mkdirSync(join(root, path), { recursive: true });
      const entry = `160000,${"1".repeat(40)},${path}`;
      execFileSync("git", ["update-index", "--add", "--cacheinfo", entry], { cwd: root });
    }
    commitAll(root);
    const path = [...writePrograms(programs ?? {}), linkBasicPrograms()].join(":");
    const env = { HOME: root, PATH: path };
    const conflicts = await createOrchestra({ root, env }).detectConflicts({ rules: [rule] });
    const lines = conflicts.map(({ rule: name, severity, places: [first] }) => {
      const place = `${name} ${first?.file ?? ""}${first?.line === undefined ? "" : `:${first.line}`}`;
      return severity === RULES.get(name)?.severity ? place : `${place} (${severity})`;
    });
    expect(lines.map((line) => line.replace(/\/\S*\/(?=programs\/)/, ""))).toEqual(found);
    const fields = Object.keys(RULES.get(rule)?.evidence ?? {});
    for (const { evidence } of conflicts) {
      expect(Object.keys(evidence).filter((name) => !fields.includes(name))).toEqual([]);
    }
  },
);

/** Writes scripts that print a version; gives their folders. */
function writePrograms(programs: Readonly<Record<string, string>>): readonly string[] {
  const folder = join(temporaryFolder(), "programs");
  for (const [path, version] of Object.entries(programs)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), `#!/bin/sh\necho ${version}\n`, { mode: 0o755 });
  }
  return [...new Set(Object.keys(programs).map((path) => join(folder, dirname(path))))];
}

describe.each(CONFLICT_RULES.map((rule) => [rule.rule, rule] as const))("%s", (name, rule) => {
  test("says what it is, and has a fault and a decoy", () => {
    expect(CONFLICT_TYPES).toContain(rule.conflictType);
    expect(CONFLICT_SEVERITIES).toContain(rule.severity);
    expect(rule.title).not.toBe("");
    expect(CASES.some((one) => one.rule === name && one.found.length > 0)).toBe(true);
    expect(CASES.some((one) => one.rule === name && one.found.length === 0)).toBe(true);
  });
});
