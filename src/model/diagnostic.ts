/** Something that a run could not read or do, which cost it that one fact and nothing else. */
export interface Diagnostic {
  readonly severity: "info" | "warning" | "error";
  /** Upper case, stable: `PARSE_ERROR`, `FILE_TOO_LARGE`. */
  readonly code: string;
  /** One sentence without any content of the file. */
  readonly message: string;
  /** Id of the detector, parser or component that says it. */
  readonly source: string;
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  readonly column?: number;
  /** What to do about it. */
  readonly hint?: string;
}

/** By file, line, code; each once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byKey = new Map(diagnostics.map((diagnostic) => [JSON.stringify(sortKey(diagnostic)), diagnostic]));
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, diagnostic]) => diagnostic);
}

function sortKey(diagnostic: Diagnostic): readonly string[] {
  const { file = "", line = 0, column = 0, code, source, message } = diagnostic;
  return [file, String(line).padStart(9, "0"), String(column).padStart(9, "0"), code, source, message];
}
