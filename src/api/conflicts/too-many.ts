import type { Diagnostic } from "../../model/diagnostic.ts";

/** Of one file: nobody reads on, and each costs a question to the disk and to git. */
const MOST = 1_000;

/** Keeps so much of each file as somebody may want to read, and tells of which files there was more. */
export function withoutTooMany<T extends { readonly file: string }>(
  items: readonly T[],
): { readonly kept: readonly T[]; readonly diagnostics: readonly Diagnostic[] } {
  const counts = new Map<string, number>();
  const kept = items.filter(({ file }) => {
    const count = (counts.get(file) ?? 0) + 1;
    counts.set(file, count);
    return count <= MOST;
  });
  const diagnostics = [...counts]
    .filter(([, count]) => count > MOST)
    .map(([file, count]) => ({
      severity: "info" as const,
      code: "TOO_MANY_REFERENCES",
      message: `names ${count} paths that are not there; only the first ${MOST} were looked into`,
      source: "conflicts",
      file,
    }));
  return { kept, diagnostics };
}
