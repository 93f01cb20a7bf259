import type { ConfigEntry } from "../../model/config-entry.ts";
import { isEnvSchemaPath } from "../contract/env-schema.ts";
import type { KeyRule } from "../contract/types.ts";
import { normalKey } from "../normal-key.ts";
import { errorAt, givesValue, type ConfigError, type ValidationInput } from "./types.ts";

/** What values break of the project's own schema, checks and `.env.schema` files. */
export async function findBroken(input: ValidationInput): Promise<readonly ConfigError[]> {
  const errors: ConfigError[] = [];
  for (const rule of input.rules) {
    const given = entriesFor(rule, input);
    if (rule.isRequired && !isEnvSchemaPath(rule.file)) errors.push(...findAbsent(rule, given, input));
    for (const entry of given) errors.push(...(await checkEntry(rule, entry, input)));
  }
  return errors;
}

function entriesFor(rule: KeyRule, { byKey }: ValidationInput): readonly ConfigEntry[] {
  const { scope } = rule;
  return (byKey.get(normalKey(rule.key)) ?? []).filter(
    (entry) =>
      givesValue(entry) &&
      (scope === undefined || scope === "." || entry.scope === scope || entry.scope.startsWith(`${scope}/`)),
  );
}

function findAbsent(
  { key, file, line }: KeyRule,
  given: readonly ConfigEntry[],
  { environment }: ValidationInput,
): readonly ConfigError[] {
  const isThere = given.some((entry) => entry.environment === environment || entry.environment === "all");
  if (isThere) return [];
  const message = `${key} is required here and set nowhere for ${environment}`;
  const hint = `Set it: \`orchestra config set ${key} VALUE --environment ${environment}\`, or in a file.`;
  const place = { file, ...(line === undefined ? {} : { line }) };
  return [{ rule: "required_key", key, environment, scope: ".", ...place, message, hint }];
}

/** An empty text is no value, and what something else evaluates is not known. */
async function checkEntry(
  rule: KeyRule,
  entry: ConfigEntry,
  input: ValidationInput,
): Promise<readonly ConfigError[]> {
  if (rule.check === undefined || entry.isExpression === true || entry.value === "") return [];
  const value = await input.valueOf(entry);
  if (value === undefined) return [];
  const environment = entry.environment === "all" ? input.environment : entry.environment;
  const fault = rule.check(value, environment);
  if (fault === undefined) return [];
  const isSecret = entry.isSecret || rule.isSensitive;
  const says = isSecret ? "is not what is asked for" : fault.message;
  const message = `${entry.key} ${says} (asked for by ${rule.file}${rule.line === undefined ? "" : `:${rule.line}`})`;
  const hint = "Change the value, or what is asked for if the value is right.";
  return [errorAt(entry, { rule: fault.rule, message, hint })];
}
