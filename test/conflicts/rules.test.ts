import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createOrchestra } from "../../src/api/orchestra.ts";
import { CONFLICT_RULES } from "../../src/conflicts/rules.ts";
import { CONFLICT_SEVERITIES, CONFLICT_TYPES } from "../../src/model/conflict.ts";
import { commitAll, temporaryFolder, writeTree } from "../support/folders.ts";
import { FILE_AND_CONFIGURATION_CASES } from "./cases/files-and-configuration.ts";
import { REFERENCE_CASES } from "./cases/references.ts";
import { VERSION_CASES } from "./cases/versions.ts";

const CASES = [...FILE_AND_CONFIGURATION_CASES, ...REFERENCE_CASES, ...VERSION_CASES];

test.each(CASES)("$rule: $found", async ({ rule, tree, found, links }) => {
  const root = temporaryFolder();
  writeTree(root, tree);
  for (const [path, target] of Object.entries(links ?? {})) symlinkSync(target, join(root, path));
  commitAll(root);
  const env = { HOME: root, PATH: process.env["PATH"] ?? "" };
  const conflicts = await createOrchestra({ root, env }).detectConflicts({ rules: [rule] });
  const lines = conflicts.map(({ rule: name, places: [first] }) => {
    return `${name} ${first?.file ?? ""}${first?.line === undefined ? "" : `:${first.line}`}`;
  });
  expect(lines).toEqual(found);
});

describe.each(CONFLICT_RULES.map((rule) => [rule.rule, rule] as const))("%s", (name, rule) => {
  test("says what it is, and has a fault and a decoy", () => {
    expect(CONFLICT_TYPES).toContain(rule.conflictType);
    expect(CONFLICT_SEVERITIES).toContain(rule.severity);
    expect(rule.title).not.toBe("");
    expect(CASES.some((one) => one.rule === name && one.found.length > 0)).toBe(true);
    expect(CASES.some((one) => one.rule === name && one.found.length === 0)).toBe(true);
  });
});
