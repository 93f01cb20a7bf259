import type {
  ConfigLayer,
  ConfigSourceKind,
  SecretFacts,
  VariableDeclaration,
} from "../model/config-entry.ts";
import type { JsonValue } from "../model/json.ts";
import { classifySecret } from "./secrets/classify.ts";
import { isExample } from "./secrets/in-text.ts";
import { holdsInterpolation, isOfEverybody, isPlaceholderText, isRecipe } from "./secrets/placeholder.ts";
import type { EnvFileReference, FoundValue } from "./sources/types.ts";

/** What may be kept of a value: of a secret its fingerprint, kind and length alone. */
export interface StrippedValue {
  readonly key: string;
  readonly value?: JsonValue;
  readonly secret?: SecretFacts;
  readonly isPlaceholder?: boolean;
  readonly isExpression?: boolean;
  readonly isUnset?: boolean;
  readonly declaration?: VariableDeclaration;
  readonly layer?: ConfigLayer;
  readonly part?: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
}

/** What may be kept of a file. */
export interface StrippedFile {
  readonly values: readonly StrippedValue[];
  readonly envFiles?: readonly EnvFileReference[];
}

export interface StripOptions {
  /** Keyed hash of a secret; the only thing that leaves of it. */
  readonly fingerprint: (secret: string) => string;
  /** True for keys that a schema or a declaration says are secret. */
  readonly isSensitive: (key: string) => boolean;
}

/** The last place that sees a secret: what comes out has its fingerprint alone. */
export function stripValue(found: FoundValue, kind: ConfigSourceKind, options: StripOptions): StrippedValue {
  const { value, isSensitive, isExpression, ...place } = found;
  if (value === undefined) return { ...place, isUnset: true };
  const secretKind = classifySecret(found.key, value, isSensitive === true || options.isSensitive(found.key));
  if (secretKind !== undefined) {
    return {
      ...place,
      secret: secretFacts(value, secretKind, options.fingerprint),
      ...(typeof value === "string" && isShown(value, secretKind) ? { isPlaceholder: true } : {}),
    };
  }
  const isText = typeof value === "string";
  const isInterpolated = isText && kind !== "terraform" && holdsInterpolation(value);
  return {
    ...place,
    value,
    ...(isText && isPlaceholderText(value) ? { isPlaceholder: true } : {}),
    ...(isExpression === true || isInterpolated ? { isExpression: true } : {}),
  };
}

/** What everybody has, says what to put in, or looks like a secret to show how one looks: `AKIA…EXAMPLE`. */
function isShown(value: string, kind: string): boolean {
  return isOfEverybody(value) || isRecipe(value) || (!GUESSED.has(kind) && isExample(value));
}

/** Kinds of which the value itself says nothing. */
const GUESSED: ReadonlySet<string> = new Set(["name", "entropy", "url_password", "declared_sensitive"]);

/** All that is said of a secret. */
export function secretFacts(
  value: JsonValue,
  kind: string,
  fingerprint: StripOptions["fingerprint"],
): SecretFacts {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return { fingerprint: fingerprint(text), kind, length: text.length };
}
