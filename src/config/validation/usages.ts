import type { ConfigEntry } from "../../model/config-entry.ts";
import { normalKey } from "../normal-key.ts";
import type { VariableUsage } from "../usages/types.ts";
import { givesValue, type ConfigError, type ValidationInput } from "./types.ts";

/** What code reads and nothing sets: errors where it would stop beside a real `.env`, else warnings. */
export interface UnsetVariables {
  readonly errors: readonly ConfigError[];
  readonly warnings: readonly ConfigError[];
}

/** Finds variables that code reads without a default, and that nothing in the tree or the process sets. */
export function findUnsetVariables(input: ValidationInput): UnsetVariables {
  const settled = new Set(input.entries.filter(givesValue).map(({ key }) => normalKey(key)));
  const folders = foldersWithDotenv(input.entries);
  const byKey = new Map<string, VariableUsage>();
  for (const usage of input.usages) {
    const name = normalKey(usage.key);
    if (usage.hasDefault || usage.isTest || settled.has(name)) continue;
    const before = byKey.get(name);
    if (before === undefined || (usage.isRequired && !before.isRequired)) byKey.set(name, usage);
  }
  const found = [...byKey.values()].map((usage) => {
    const isError = usage.isRequired && folders.some((folder) => isBelow(usage.file, folder));
    return { isError, error: describe(usage, input.environment) };
  });
  return {
    errors: found.filter(({ isError }) => isError).map(({ error }) => error),
    warnings: found.filter(({ isError }) => !isError).map(({ error }) => error),
  };
}

/** Folders in which somebody keeps a `.env`: what code there needs is expected in it. */
function foldersWithDotenv(entries: readonly ConfigEntry[]): readonly string[] {
  const kept = entries.filter(({ source, layer }) => source.kind === "dotenv" && layer !== "dotenv_template");
  return [...new Set(kept.map(({ scope }) => scope))];
}

function isBelow(file: string, folder: string): boolean {
  return folder === "." || file.startsWith(`${folder}/`);
}

function describe({ key, file, line, isRequired }: VariableUsage, environment: string): ConfigError {
  const stops = isRequired ? " and stops without it" : " without a default";
  const message = `${key} is read here${stops}, and nothing sets it`;
  const hint = `Set it in the .env file, or name it in .env.example if others set it.`;
  return { rule: "variable_unset", key, environment, scope: ".", file, line, message, hint };
}
