import type { ConfigEntry } from "../../model/config-entry.ts";
import type { JsonValue } from "../../model/json.ts";
import type { EnvironmentName } from "../../model/resource-values.ts";
import type { KeyRule } from "../contract/types.ts";
import type { VariableUsage } from "../usages/types.ts";

/** What a configuration may break. */
export type ConfigRule =
  | "missing_key"
  | "duplicate_key"
  | "required_key"
  | "type_mismatch"
  | "format_mismatch"
  | "not_allowed"
  | "out_of_range"
  | "check_failed"
  | "required_variable_unset"
  | "variable_unset";

/** Something that is really wrong with the configuration here. */
export interface ConfigError {
  readonly rule: ConfigRule;
  readonly key: string;
  readonly environment: EnvironmentName;
  readonly scope: string;
  /** Of the place that is wrong: the template that asks for a key, the second of two lines, the value. */
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
  /** What may be wrong, and is not known to be: it makes nothing invalid. */
  readonly warnings: readonly ConfigError[];
}

/** What is validated. */
export interface ValidationInput {
  readonly entries: readonly ConfigEntry[];
  /** The entries by the normal form of their key. */
  readonly byKey: ReadonlyMap<string, readonly ConfigEntry[]>;
  readonly environment: EnvironmentName;
  readonly rules: readonly KeyRule[];
  /** Where code reads variables. */
  readonly usages: readonly VariableUsage[];
  /** The value of an entry, of a secret too: it is looked at and forgotten. */
  readonly valueOf: (entry: ConfigEntry) => Promise<JsonValue | undefined>;
}

/** An error at the place of an entry. */
export function errorAt(
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

/** True for an entry that gives its key a value: no template, no bare declaration. */
export function givesValue({ layer, isUnset }: ConfigEntry): boolean {
  return layer !== "dotenv_template" && isUnset !== true;
}
