import type { ConflictRuleInfo } from "../../api/conflicts/types.ts";
import type { Conflict } from "../../model/conflict.ts";
import { OrchestraError } from "../../model/errors.ts";

/** How conflicts can be printed. */
const CONFLICT_FORMATS = ["human", "json", "sarif", "github", "junit"] as const;

export type ConflictFormat = (typeof CONFLICT_FORMATS)[number];

/** What a format is made of. */
export interface FormatInput {
  readonly conflicts: readonly Conflict[];
  readonly rules: readonly ConflictRuleInfo[];
  /** True for a conflict that makes the run fail. */
  readonly fails: (conflict: Conflict) => boolean;
}

/** Throws `USAGE` for a format that does not exist. */
export function readFormat(written: string | undefined): ConflictFormat {
  const format = CONFLICT_FORMATS.find((name) => name === (written ?? "human"));
  if (format !== undefined) return format;
  throw new OrchestraError("USAGE", `no format is called ${JSON.stringify(written)}`, {
    hint: `There are: ${CONFLICT_FORMATS.join(", ")}.`,
  });
}

/** The whole document of a format for other programs; undefined for those that every command has. */
export async function formatConflicts(
  format: ConflictFormat,
  input: FormatInput,
): Promise<string | undefined> {
  switch (format) {
    case "sarif":
      return (await import("./sarif.ts")).toSarif(input);
    case "github":
      return (await import("./github-annotations.ts")).toAnnotations(input);
    case "junit":
      return (await import("./junit.ts")).toJunit(input);
    case "human":
    case "json":
      return undefined;
  }
}
