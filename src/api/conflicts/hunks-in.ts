import { textRanges } from "../../config/usages/scan-usages.ts";
import { isFixture } from "../../conflicts/paths.ts";
import { findMergeHunks } from "../../workspace/documents/merge-hunks.ts";

/** Lines on which unfinished merges begin; examples of them in the texts of a test are none. */
export function hunksIn(path: string, text: string): readonly number[] {
  const hunks = findMergeHunks(path, text);
  if (hunks.length === 0 || !isFixture(path)) return hunks;
  if (OTHER_LANGUAGES.test(path) && isAboutMerging(path, text)) return [];
  const isText = textRanges(path, text);
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const isInText = (line: number) => isText(starts[line - 1] ?? 0);
  if (isAboutMerging(path, text)) return hunks.filter((line) => !isInText(line));
  const beginsAt = (line: number) =>
    Array.from({ length: NEAR }, (_, back) => line - 1 - back).some((before) => !isInText(before));
  return hunks.filter((line) => !isInText(line) || !beginsAt(line));
}

/** Of programs in which it is not known where texts stand. */
const OTHER_LANGUAGES =
  /\.(psm?1|lua|pl|pm|t|vim|dart|kts?|swift|zig|clj|hs|mli?|el|bats|nix|r|jl|fish|tcl)$/i;

/** An example stands where its text begins; in the middle of a long one a merge went wrong as anywhere else. */
const NEAR = 3;

/** A test of what happens to merges says so outside of their hunks. */
function isAboutMerging(path: string, text: string): boolean {
  const rest = text.replace(/^<{7}[^]*?^>{7}.*$/gm, "");
  return /conflict|\bmerg|marker|rebas|<{7}/i.test(`${path}\n${rest}`);
}
