import { isMadeWrong } from "../../../model/made-wrong.ts";
import { numbered } from "../../numbered.ts";
import { isFixture, isVendored } from "../../paths.ts";
import type { ConflictRule } from "../../rule.ts";

/** Hunks of a merge that nobody finished. */
export const mergeMarker: ConflictRule = {
  rule: "merge_marker",
  conflictType: "file_conflict",
  severity: "critical",
  title: "An unfinished merge",
  reads: ["facts"],
  strategies: ["merge", "manual", "keep_all"],
  evidence: { hunk: "which hunk of the file, from 1" },
  find: ({ mergeHunks }) =>
    numbered(
      mergeHunks.filter(({ file }) => !isVendored(file) && !isMadeWrong(file) && !isOfMerges(file)),
      ({ file }) => file,
    ).map(({ item: { file, line }, number }) => ({
      about: [file, String(number)],
      message: `${file} holds a hunk of an unfinished merge from line ${line}`,
      hint: "Choose one side, or put both together, and take the markers out.",
      places: [{ file, line }],
      evidence: { hunk: number },
    })),
};

/** Of a test of merges. */
function isOfMerges(file: string): boolean {
  return isFixture(file) && /merge[-_]?(conflict|marker)|conflict[-_]?marker/i.test(file);
}
