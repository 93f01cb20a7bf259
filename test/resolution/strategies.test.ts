import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createOrchestra } from "../../src/api/orchestra.ts";
import { CONFLICT_RULES } from "../../src/conflicts/rules.ts";
import { GENERAL_STRATEGIES, STRATEGIES, strategiesOf } from "../../src/resolution/strategies.ts";
import { linkBasicPrograms } from "../support/basic-programs.ts";
import { git, temporaryFolder } from "../support/folders.ts";
import { commitHistory, readTree } from "../support/history.ts";
import { CASE_COLLISION_CASES } from "./cases/case-collision.ts";
import { CONFIGURATION_CASES } from "./cases/configuration.ts";
import { FILE_CASES } from "./cases/files.ts";
import { REFERENCE_CASES } from "./cases/references.ts";
import type { ResolutionCase } from "./cases/types.ts";

const CASES: readonly ResolutionCase[] = [
  ...CONFIGURATION_CASES,
  ...FILE_CASES,
  ...CASE_COLLISION_CASES,
  ...REFERENCE_CASES,
];

test.each(CASES)(
  "$rule by $strategy: $says",
  async ({ rule, strategy, commits, leaves, refused, ...place }) => {
    const root = temporaryFolder();
    commitHistory(root, commits);
    const home = temporaryFolder();
    const orchestra = createOrchestra({
      root,
      env: { HOME: home, PATH: linkBasicPrograms(), ...place.env },
      environment: place.environment ?? "local",
    });
    const before = readTree(root);
    const planning = orchestra.resolveConflicts({ rule, strategy });
    if (refused !== undefined) {
      await expect(planning).rejects.toMatchObject({ code: "STRATEGY_REFUSED" });
      await expect(planning).rejects.toThrow(refused);
      expect(readTree(root)).toEqual(before);
      return;
    }
    const { resolutionId, diff } = await planning;
    expect(diff).not.toBe("");
    expect(readTree(root)).toEqual(before);
    const { status, newConflicts } = await orchestra.applyResolution(resolutionId);
    const expected = Object.fromEntries(Object.entries(leaves ?? {}).filter(([, text]) => text !== null));
    const after = readTree(root);
    const changed = Object.entries(after).filter(([path, text]) => before[path] !== text);
    expect(Object.fromEntries(changed.map(([path, text]) => [path, text.replace(/^\d+ /, "")]))).toEqual(
      expected,
    );
    expect(Object.keys(before).filter((path) => after[path] === undefined)).toEqual(
      Object.keys(leaves ?? {}).filter((path) => leaves?.[path] === null),
    );
    expect({ status, newConflicts }).toEqual({ status: "resolved", newConflicts: [] });
    await orchestra.undo();
    expect(readTree(root)).toEqual(before);
    expect(git(root, "status", "--porcelain")).toBe("");
  },
);

describe("the table", () => {
  test.each(CONFLICT_RULES.map((rule) => [rule.rule, rule] as const))("%s", (name, { strategies }) => {
    expect([...strategiesOf(name)].toSorted()).toEqual([...strategies].toSorted());
    const own = (list: readonly string[]) => list.filter((one) => one !== "manual" && one !== "keep_all");
    expect(own(strategiesOf(name))).toEqual(own(strategies));
  });

  test("has a case for each pair, and no rule that does not exist", () => {
    const rules = CONFLICT_RULES.map(({ rule }) => rule);
    for (const { rule, strategy } of STRATEGIES) {
      expect(rules).toContain(rule);
      const own = CASES.filter((one) => one.rule === rule && one.strategy === strategy);
      if (rule !== "broken_terraform_module")
        expect(
          own.some(({ leaves }) => leaves !== undefined),
          `${rule} ${strategy}`,
        ).toBe(true);
    }
  });

  test("is the one that docs/resolution.md shows", () => {
    const text = readFileSync("docs/resolution.md", "utf8").replaceAll(/\s+/g, " ");
    for (const { rule, strategy, does } of STRATEGIES)
      expect(text, `${rule} ${strategy}`).toContain(
        `\`${rule}\` | \`${strategy}\` | ${does}`.replaceAll("|", "|"),
      );
    for (const { strategy, does } of GENERAL_STRATEGIES)
      expect(text).toContain(`every rule | \`${strategy}\` | ${does}`);
  });
});
