import type { ConfigEntry } from "../../../model/config-entry.ts";
import type { ConflictFinding } from "../../../model/conflict.ts";
import { stageOf } from "../../../model/stages.ts";
import { folderOf, groupsBy, isFixture, isVendored, nameOf } from "../../paths.ts";
import type { ConflictRule } from "../../rule.ts";
import { placeOf, textOf } from "./dotenv-entries.ts";

/** One key that two files set for one environment, folder and level, to two values. */
export const envValueConflict: ConflictRule = {
  rule: "env_value_conflict",
  conflictType: "config_conflict",
  severity: "medium",
  title: "Two values for one key",
  reads: ["configuration"],
  strategies: ["priority", "environment", "timestamp", "manual", "keep_all"],
  evidence: { key: "the key", environment: "for which environment", files: "where it is set" },
  find: ({ entries }) =>
    groupsBy(entries.filter(isReal), ({ key, environment, layer, scope, source: { file = "" } }) =>
      JSON.stringify([key, environment, layer, projectOf(scope), readerOf(file), stagesOf(file)]),
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

/** `.env.dusk.ci` is for a tool that the rest of its name tells of, and `test_asymmetric.env` for one way of testing. */
function readerOf(file: string): string {
  const name = nameOf(file);
  if (name.startsWith(".env.")) return withoutStages(name.split(".").slice(2));
  const words = name.split(".").map((part) => part.split(/[_-]/));
  return withoutStages(words.find((some) => some.length > 1 && withoutStages(some) !== some.join(".")) ?? []);
}

/** `.e2e.ci.env` is for another run than `.e2e.env`, and that than `.test.env` or `.ci.env`, all of tests. */
function stagesOf(file: string): string {
  const stages = nameOf(file)
    .split(/[._-]/)
    .filter((word) => stageOf(word) !== undefined);
  return stages.length > 1 || RUNS.test(stages.join(".")) ? stages.join(".") : "";
}

const RUNS = /^(e2e|ci)$/i;

function withoutStages(words: readonly string[]): string {
  return words.filter((word) => stageOf(word) === undefined).join(".");
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
