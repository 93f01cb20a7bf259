import type { ConfigEntry } from "../../model/config-entry.ts";
import { isMadeWrong } from "../../model/made-wrong.ts";
import { isEnvSchemaPath } from "../contract/env-schema.ts";
import { explainKey } from "../explain.ts";
import { normalKey } from "../normal-key.ts";
import { errorAt, givesValue, type ConfigError, type ValidationInput } from "./types.ts";

/** dotenv takes the last of two lines without a word; where both say the same nothing is lost. */
export function findDuplicates({ entries }: ValidationInput): readonly ConfigError[] {
  const first = new Map<string, ConfigEntry>();
  return entries.flatMap((entry): readonly ConfigError[] => {
    if (entry.source.kind !== "dotenv" || isMadeWrong(entry.source.file ?? "")) return [];
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
export function findMissing(input: ValidationInput): readonly ConfigError[] {
  const { entries, byKey, environment: current } = input;
  const kept = new Set(
    entries
      .filter(({ source, layer }) => source.kind === "dotenv" && layer !== "dotenv_template")
      .map(({ scope, environment }) => `${scope}\n${environment}`),
  );
  const isAsked = createAsked(input);
  const reported = new Set<string>();
  return entries.flatMap((entry): readonly ConfigError[] => {
    if (entry.layer !== "dotenv_template" || isMadeWrong(entry.source.file ?? "") || !isAsked(entry))
      return [];
    const environment = entry.environment === "all" ? current : entry.environment;
    const name = `${entry.scope}\n${environment}\n${normalKey(entry.key)}`;
    if (!kept.has(`${entry.scope}\n${entry.environment}`) || reported.has(name)) return [];
    const { candidates } = explainKey(byKey.get(normalKey(entry.key)) ?? [], entry.key, {
      environment,
      scope: entry.scope,
    });
    if (candidates.some((candidate) => givesValue(candidate.entry))) return [];
    reported.add(name);
    const message = `${entry.key} is asked for here and set nowhere for ${environment}`;
    const hint = `Set it in the .env file beside it, or take it out of the template if nothing needs it.`;
    return [errorAt(entry, { rule: "missing_key", message, hint })];
  });
}

/** A schema with decorators says itself which keys have to be there, and what it sets is a default. */
function createAsked({ rules }: ValidationInput): (entry: ConfigEntry) => boolean {
  const decorated = new Map<string, Set<string>>();
  for (const { file, key, isRequired } of rules) {
    if (!isEnvSchemaPath(file)) continue;
    const keys = decorated.get(file) ?? new Set();
    decorated.set(file, isRequired ? keys.add(key) : keys);
  }
  return ({ key, value, secret, source }) => {
    const { file = "" } = source;
    if (!isEnvSchemaPath(file)) return true;
    if (secret !== undefined || (value !== undefined && value !== "")) return false;
    return decorated.get(file)?.has(key) ?? true;
  };
}

function textOf({ secret, value }: ConfigEntry): string {
  return secret?.fingerprint ?? JSON.stringify(value);
}
