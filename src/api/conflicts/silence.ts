import type { ConflictPlace } from "../../model/conflict.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Silence } from "../../workspace/documents/silences.ts";

/** Comments that let conflicts be, by file. */
export type Silences = ReadonlyMap<string, readonly Silence[]>;

/** Why a comment lets a finding at these places be; undefined where none does. */
export type ReasonInComment = (rule: string, places: readonly ConflictPlace[]) => string | undefined;

/** Comments `orchestra-ignore RULE reason`: for the line they stand on and, where they stand there alone, the next. */
export function createReasons(byFile: Silences): ReasonInComment {
  return (rule, places) => {
    for (const { file, line } of places) {
      const silences = byFile.get(file);
      if (silences === undefined) continue;
      const meant = silences.find(
        (silence) =>
          silence.rule === rule &&
          silence.reason !== undefined &&
          (silence.line === line || (silence.isTrailing !== true && silence.line + 1 === line)),
      );
      if (meant !== undefined) return meant.reason;
    }
    return undefined;
  };
}

/** Comments that silence nothing: without a reason, or of a rule that does not exist. */
export function faultySilences(byFile: Silences, knownRules: ReadonlySet<string>): readonly Diagnostic[] {
  return [...byFile].flatMap(([file, silences]) =>
    silences
      .filter(({ rule, reason }) => knownRules.has(rule) && reason === undefined)
      .map(({ rule, line }) => ({
        severity: "warning" as const,
        code: "SILENCE_WITHOUT_REASON",
        message: `\`orchestra-ignore ${rule}\` says no reason, and so silences nothing`,
        source: "conflicts",
        file,
        line,
        hint: `Write why: orchestra-ignore ${rule} each needs its own.`,
      })),
  );
}
