import type { JsonValue } from "../../model/json.ts";

/** Formats in which configuration is written and read back. */
export const EXPORT_FORMATS = ["json", "yaml", "env", "tfvars"] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** One key as it is written; without a value only its name is. */
export interface WrittenValue {
  readonly key: string;
  readonly value: JsonValue | undefined;
}

/** A key that a format cannot hold, and why. */
export interface LeftOut {
  readonly key: string;
  readonly reason: string;
}

/** A whole file. */
export interface WrittenText {
  readonly text: string;
  readonly leftOut: readonly LeftOut[];
}

/** Lines of those that can be written, and the reasons of the others. */
export function writeLines(
  values: readonly WrittenValue[],
  toLine: (value: WrittenValue) => { readonly line: string } | { readonly reason: string },
): WrittenText {
  const leftOut: LeftOut[] = [];
  const lines = values.flatMap((value) => {
    const written = toLine(value);
    if ("line" in written) return [`${written.line}\n`];
    leftOut.push({ key: value.key, reason: written.reason });
    return [];
  });
  return { text: lines.join(""), leftOut };
}
