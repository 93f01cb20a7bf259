import { isFixture, isVendored } from "../../paths.ts";
import type { ConflictRule } from "../../rule.ts";

/** Files that their own tool could not read. */
export const parseError: ConflictRule = {
  rule: "parse_error",
  conflictType: "file_conflict",
  severity: "high",
  title: "A file that cannot be read as what it is",
  reads: ["facts", "configuration"],
  strategies: ["manual", "keep_all"],
  evidence: { problem: "what the parser met" },
  find: ({ parseProblems, files, mergeHunks }) => {
    const torn = new Set(mergeHunks.map(({ file }) => file));
    const tracked = new Set(files.filter(({ state }) => state !== "ignored").map(({ path }) => path));
    const wanted = parseProblems.filter(({ file }) => {
      return !torn.has(file) && tracked.has(file) && !isVendored(file) && !isFixture(file) && !isLoose(file);
    });
    const first = new Map(wanted.toReversed().map((problem) => [problem.file, problem]));
    return [...first.values()].toReversed().map(({ file, line, message }) => ({
      about: [file],
      message: `${file} cannot be read: ${message}`,
      hint: "Mend it at the line that is named.",
      places: [{ file, line }],
      evidence: { problem: message },
    }));
  },
};

/** Formats in which every program has its own idea of what is right. */
function isLoose(file: string): boolean {
  return /(^|\/)\.?env|\.env(\.|$)|\.(ini|cfg|properties)$|\.dev\.vars|\.flaskenv/i.test(file);
}
