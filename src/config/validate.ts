import type { ConfigEntry } from "../model/config-entry.ts";
import type { EnvironmentName } from "../model/resource-values.ts";
import { explainKey } from "./explain.ts";
import { groupByKey, normalKey } from "./normal-key.ts";

/** Something that is really wrong with the configuration here. */
export interface ConfigError {
  readonly rule: "missing_key" | "duplicate_key";
  readonly key: string;
  readonly environment: EnvironmentName;
  readonly scope: string;
  /** Of the place that is wrong: the template that asks for a key, the second of two lines. */
  readonly file?: string;
  readonly line?: number;
  /** One sentence without any value. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}

/** What a validation found, by file and line. */
export interface ConfigValidation {
  readonly isValid: boolean;
  readonly errors: readonly ConfigError[];
}

/**
 * Checks `.env` files against the templates beside them, and each for keys that stand twice. One key with different
 * values in two environments is what environments are for, and valid.
 */
export function validateEntries(
  entries: readonly ConfigEntry[],
  options: { readonly environment: EnvironmentName },
): ConfigValidation {
  const errors = [...findDuplicates(entries), ...findMissing(entries, options.environment)];
  return { isValid: errors.length === 0, errors };
}

/** dotenv takes the last of two lines without a word; where both say the same nothing is lost. */
function findDuplicates(entries: readonly ConfigEntry[]): readonly ConfigError[] {
  const first = new Map<string, ConfigEntry>();
  return entries.flatMap((entry): readonly ConfigError[] => {
    if (entry.source.kind !== "dotenv") return [];
    const place = `${entry.source.file ?? ""}\n${entry.key}`;
    const before = first.get(place);
    if (before === undefined) first.set(place, entry);
    if (before === undefined || textOf(before) === textOf(entry)) return [];
    const message = `${entry.key} already stands in line ${before.source.line ?? 1} with another value`;
    return [
      errorAt(entry, { rule: "duplicate_key", message, hint: "Remove one of them: the last one holds." }),
    ];
  });
}

/** A template is a contract only where there is a file that could keep it: a fresh clone breaks none. */
function findMissing(entries: readonly ConfigEntry[], current: EnvironmentName): readonly ConfigError[] {
  const templates = entries.filter(({ layer }) => layer === "dotenv_template");
  const kept = new Set(
    entries
      .filter(({ source, layer }) => source.kind === "dotenv" && layer !== "dotenv_template")
      .map(({ scope, environment }) => `${scope}\n${environment}`),
  );
  const byKey = groupByKey(entries);
  const reported = new Set<string>();
  return templates.flatMap((entry): readonly ConfigError[] => {
    const environment = entry.environment === "all" ? current : entry.environment;
    const name = `${entry.scope}\n${environment}\n${normalKey(entry.key)}`;
    if (!kept.has(`${entry.scope}\n${entry.environment}`) || reported.has(name)) return [];
    const { candidates } = explainKey(byKey.get(normalKey(entry.key)) ?? [], entry.key, {
      environment,
      scope: entry.scope,
    });
    if (candidates.some((candidate) => candidate.entry.layer !== "dotenv_template")) return [];
    reported.add(name);
    const message = `${entry.key} is asked for here and set nowhere for ${environment}`;
    const hint = `Set it in the .env file beside it, or take it out of the template if nothing needs it.`;
    return [errorAt(entry, { rule: "missing_key", message, hint })];
  });
}

function errorAt(
  { key, environment, scope, source }: ConfigEntry,
  found: Pick<ConfigError, "rule" | "message" | "hint">,
): ConfigError {
  const { file, line } = source;
  return {
    ...found,
    key,
    environment,
    scope,
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
  };
}

function textOf({ secret, value }: ConfigEntry): string {
  return secret?.fingerprint ?? JSON.stringify(value);
}
