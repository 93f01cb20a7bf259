import type { ConfigEntry } from "../../../model/config-entry.ts";
import type { ConflictFinding } from "../../../model/conflict.ts";
import { folderOf, groupsBy, isFixture, isVendored } from "../../paths.ts";
import type { ConflictRule } from "../../rule.ts";

/** One key that two files set for one environment, folder and level, to two values. */
export const envValueConflict: ConflictRule = {
  rule: "env_value_conflict",
  conflictType: "config_conflict",
  severity: "medium",
  title: "Two values for one key",
  find: ({ entries }) =>
    groupsBy(entries.filter(isReal), ({ key, environment, layer, scope }) =>
      JSON.stringify([key, environment, layer, projectOf(scope)]),
    )
      .map(lastOfEachFile)
      .filter((group) => new Set(group.map(textOf)).size > 1)
      .map(toValueConflict),
};

/** Files that are kept and read, and say something. */
function isReal({ source, layer, value, isExpression, isPlaceholder }: ConfigEntry): boolean {
  const { file = "" } = source;
  if (source.kind !== "dotenv" || layer === "dotenv_template" || isVendored(file) || isFixture(file))
    return false;
  return value !== "" && isExpression !== true && isPlaceholder !== true;
}

/** `config/prod.env` is for the folder that `config/` is in. */
function projectOf(scope: string): string {
  return /(^|\/)(config|configs|conf|env|envs|environments?|settings)$/.test(scope) ? folderOf(scope) : scope;
}

function lastOfEachFile(group: readonly ConfigEntry[]): readonly ConfigEntry[] {
  return [...new Map(group.map((entry) => [entry.source.file, entry])).values()];
}

function toValueConflict(group: readonly ConfigEntry[]): ConflictFinding {
  const [first] = group;
  const { key = "", environment = "all" } = first ?? {};
  const places = group.map(placeOf);
  const files = places.map(({ file }) => file);
  return {
    about: [key, environment, ...files],
    message: `${key} has two values for ${environment}: ${places.map(({ file, line }) => `${file}:${line}`).join(" and ")}`,
    hint: "Keep one of them, or say for which environment each is meant.",
    places,
    evidence: { key, environment, files },
  };
}

/** One key twice in one file, with two values. */
export const duplicateKey: ConflictRule = {
  rule: "duplicate_key",
  conflictType: "config_conflict",
  severity: "medium",
  title: "A key that stands twice in one file",
  find: ({ entries }) =>
    groupsBy(
      entries.filter(
        ({ source: { kind, file = "" } }) => kind === "dotenv" && !isVendored(file) && !isFixture(file),
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

function placeOf({ key, source }: ConfigEntry): {
  readonly file: string;
  readonly line: number;
  readonly key: string;
} {
  return { file: source.file ?? "", line: source.line ?? 1, key };
}

function textOf({ secret, value }: ConfigEntry): string {
  return secret?.fingerprint ?? JSON.stringify(value ?? null);
}
