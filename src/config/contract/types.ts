import type { JsonValue } from "../../model/json.ts";
import type { EnvironmentName } from "../../model/resource-values.ts";

/** What a value was found to break. */
export interface RuleFault {
  readonly rule: "type_mismatch" | "format_mismatch" | "not_allowed" | "out_of_range" | "check_failed";
  /** What the key has to be, as the rest of a sentence that begins with it; never holds the value. */
  readonly message: string;
}

/** What is asked of one key. */
export interface KeyRule {
  readonly key: string;
  /** The folder for which it is asked; everywhere when left out. */
  readonly scope?: string;
  readonly isRequired: boolean;
  readonly isSensitive: boolean;
  /** Where it is asked. */
  readonly file: string;
  readonly line?: number;
  /** Undefined where only the presence of the key is asked. */
  readonly check?: (value: JsonValue, environment: EnvironmentName) => RuleFault | undefined;
}

/** All that a project asks of its configuration. */
export interface Contract {
  readonly rules: readonly KeyRule[];
  /** Of the settings' `configuration.schema`, as JSON Schema; undefined where there is none. */
  readonly jsonSchema: object | undefined;
}

/** What texts of files and variables may stand for where a number, a switch or a list is asked. */
export function readingsOf(value: JsonValue): readonly JsonValue[] {
  if (typeof value !== "string") return [value];
  const text = value.trim();
  if (text === "true" || text === "false") return [value, text === "true"];
  if (/^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return [value, Number(text)];
  return /^[[{]/.test(text) ? [value, ...parsed(text)] : [value];
}

/** Of the readings of one value the fault of the one that came nearest; undefined when any of them is right. */
export function nearestFault(faults: readonly (RuleFault | undefined)[]): RuleFault | undefined {
  if (faults.includes(undefined)) return undefined;
  return faults.find((fault) => fault?.rule !== "type_mismatch") ?? faults.at(-1);
}

function parsed(text: string): readonly JsonValue[] {
  try {
    const value: JsonValue = JSON.parse(text);
    return [value];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
