import type { ConfigEntry } from "../../../model/config-entry.ts";

/** Where an entry stands, with its key. */
export function placeOf({ key, source }: ConfigEntry): {
  readonly file: string;
  readonly line: number;
  readonly key: string;
} {
  return { file: source.file ?? "", line: source.line ?? 1, key };
}

/** The value as text, a secret by its fingerprint: equal texts are equal values. */
export function textOf({ secret, value }: ConfigEntry): string {
  return secret?.fingerprint ?? JSON.stringify(value ?? null);
}
