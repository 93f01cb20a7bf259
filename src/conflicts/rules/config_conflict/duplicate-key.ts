import { groupsBy, isFixture, isVendored } from "../../paths.ts";
import type { ConflictRule } from "../../rule.ts";
import { placeOf, textOf } from "./dotenv-entries.ts";

/** One key twice in one file, with two values. */
export const duplicateKey: ConflictRule = {
  rule: "duplicate_key",
  conflictType: "config_conflict",
  severity: "medium",
  title: "A key that stands twice in one file",
  reads: ["configuration"],
  strategies: ["priority", "timestamp", "manual", "keep_all"],
  evidence: { key: "the key", lines: "where it stands" },
  find: ({ entries }) =>
    groupsBy(
      entries.filter(
        ({ source: { kind, file = "" }, isExpression }) =>
          kind === "dotenv" && isExpression !== true && !isVendored(file) && !isFixture(file),
      ),
      ({ key, source }) => JSON.stringify([source.file, key]),
    )
      .filter((group) => new Set(group.map(textOf)).size > 1)
      .map((group) => {
        const places = group.map(placeOf);
        const { file = "", key = "" } = places[0] ?? {};
        return {
          about: [file, key],
          message: `${key} stands ${group.length} times in ${file}, with different values`,
          hint: "Remove all but one: the last one holds, without a word.",
          places,
          evidence: { key, lines: places.map(({ line }) => line) },
        };
      }),
};
