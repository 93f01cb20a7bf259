import type { Conflict } from "../../model/conflict.ts";
import { parseText, structuredFormat } from "../merge/formats.ts";
import { chooseSides, readHunks, type MergeHunk } from "../merge/hunks.ts";
import { mergeHunk } from "../merge/merge-hunk.ts";
import { commonLines } from "../merge/merge-lines.ts";
import { editStep, refuse } from "../steps.ts";
import type { Answer, ResolutionContext, StrategyMeaning } from "../types.ts";

/** What can be done about a hunk of an unfinished merge. */
export const MERGE_MARKER: readonly StrategyMeaning[] = [
  {
    rule: "merge_marker",
    strategy: "merge",
    does: "Merges three ways with the base that stands in the hunk, in git's index or in the commit that both sides share; takes the side that changed, or either where they differ in white space alone; JSON, YAML, TOML and .env by their members, .gitignore by its lines. Refused where both sides changed one thing, and where the file would not parse any more.",
    plan: mergeOne,
  },
];

async function mergeOne(
  { conflictId, places: [first] }: Conflict,
  context: ResolutionContext,
): Promise<Answer> {
  const { file: path = "", line = 1 } = first ?? {};
  const text = context.tree.readText(path);
  if (text === undefined) return refuse(`${path} cannot be read`);
  const lines = text.split("\n");
  const hunks = readHunks(lines);
  const hunk = hunks.find((one) => one.first === line - 1);
  if (hunk === undefined) return refuse(`no hunk begins on line ${line} of ${path} any more`);
  const whole = (chosen: readonly string[]) =>
    chooseSides(lines, hunks, (one) => (one === hunk ? chosen : one.ours)).join("\n");
  const base = hunk.base ?? (await baseOf({ path, lines, hunks, hunk }, context));
  const merged = await mergeHunk({ path, hunk, base, whole });
  if (merged === undefined)
    return refuse(
      `${path}:${line}: ${base === undefined ? "the sides differ and nobody knows what they come from" : "both sides changed the same lines"}`,
    );
  if (!(await stillParses(path, [hunk.ours, hunk.theirs].map(whole), whole(merged))))
    return refuse(`${path} would not parse with the hunk of line ${line} merged`);
  return {
    steps: [
      editStep({ path, text }, [editOf(lines, hunk, merged)], {
        title: `merge the hunk on line ${line} of ${path}`,
        why: conflictId,
      }),
    ],
  };
}

function editOf(lines: readonly string[], hunk: MergeHunk, merged: readonly string[]) {
  const offset = (index: number) => lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0);
  const isLast = hunk.last === lines.length - 1;
  const end = offset(hunk.last + 1) - (isLast ? 1 : 0);
  const text = merged
    .map((line, index) => (isLast && index === merged.length - 1 ? line : `${line}\n`))
    .join("");
  return { start: offset(hunk.first), end, text };
}

/** A file that parsed with one of its sides has to parse afterwards. */
async function stillParses(path: string, before: readonly string[], after: string): Promise<boolean> {
  const format = structuredFormat(path);
  if (format === undefined) return true;
  const parsed = await Promise.all([...before, after].map((text) => parseText(format, text)));
  const [ours, theirs, merged] = parsed;
  return merged?.isRight === true || (ours?.isRight !== true && theirs?.isRight !== true);
}

interface HunkOfFile {
  readonly path: string;
  readonly lines: readonly string[];
  readonly hunks: readonly MergeHunk[];
  readonly hunk: MergeHunk;
}

/** The part of git's base that a hunk stands in the place of, told by the lines around it on both sides. */
async function baseOf(
  { path, lines, hunks, hunk }: HunkOfFile,
  { history }: ResolutionContext,
): Promise<readonly string[] | undefined> {
  const text = await history.baseText(path, hunk.label.split(" ")[0] ?? "");
  if (text === undefined) return undefined;
  const base = text.split("\n");
  const parts = [(one: MergeHunk) => one.ours, (one: MergeHunk) => one.theirs].map((side) => {
    const before = chooseSides(
      lines.slice(0, hunk.first),
      hunks.filter((one) => one.last < hunk.first),
      side,
    );
    const all = chooseSides(lines, hunks, side);
    return partBetween(base, all, { start: before.length, end: before.length + side(hunk).length });
  });
  const [ours, theirs] = parts;
  return ours !== undefined && ours.join("\n") === theirs?.join("\n") ? ours : undefined;
}

/** What stands in the base between the lines that stand around a part of another text. */
function partBetween(
  base: readonly string[],
  lines: readonly string[],
  { start, end }: { readonly start: number; readonly end: number },
): readonly string[] | undefined {
  const pairs = new Map(commonLines(lines, base));
  const from = start === 0 ? -1 : pairs.get(start - 1);
  const to = end === lines.length ? base.length : pairs.get(end);
  return from === undefined || to === undefined ? undefined : base.slice(from + 1, to);
}
