import type { StructuredFormat } from "../../model/document.ts";
import { isPatternList, parseText, structuredFormat } from "./formats.ts";
import type { MergeHunk } from "./hunks.ts";
import { mergeLines } from "./merge-lines.ts";
import { isSame, mergeValues } from "./merge-values.ts";

/** A hunk with what surrounds it. */
export interface HunkInPlace {
  readonly path: string;
  readonly hunk: MergeHunk;
  /** What both sides come from, where somebody knows. */
  readonly base: readonly string[] | undefined;
  /** The whole text with these lines in the place of the hunk, and ours in that of every other one. */
  readonly whole: (lines: readonly string[]) => string;
}

/** The lines that both sides together mean; undefined where that cannot be proven. */
export async function mergeHunk(place: HunkInPlace): Promise<readonly string[] | undefined> {
  const { path, hunk, base } = place;
  const { ours, theirs } = hunk;
  if (isEqual(ours, theirs) || (base !== undefined && isEqual(base, theirs))) return ours;
  if (base !== undefined && isEqual(base, ours)) return theirs;
  if (isEqual(ours.map(bare(path)), theirs.map(bare(path)))) return ours;
  const apart = base === undefined ? undefined : mergeLines({ base, ours, theirs }, "apart");
  if (apart !== undefined) return apart;
  if (isPatternList(path)) return unionOfPatterns(place);
  const format = structuredFormat(path);
  return format === undefined || format === "hcl" ? undefined : mergeStructured(format, place);
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, index) => line === b[index]);
}

/** Languages in which the beginning of a line means something. */
const INDENTED =
  /\.(py|pyi|ya?ml|md|mdx|markdown|rst|txt|tsv|mk|coffee|sass|styl|pug|haml|slim|nim|hs|fs|fsx|elm)$|(^|\/)Makefile[^/]*$/i;

function bare(path: string): (line: string) => string {
  return INDENTED.test(path) ? (line) => line.trimEnd() : (line) => line.trim();
}

/** Patterns of both sides; what one took out of the base stays out. A `!` depends on what stands before it. */
function unionOfPatterns({ hunk: { ours, theirs }, base = [] }: HunkInPlace): readonly string[] | undefined {
  if ([...ours, ...theirs].some((line) => line.trim().startsWith("!"))) return undefined;
  const key = (line: string) => line.trim();
  const [mine, other, before] = [ours, theirs, base].map((lines) => new Set(lines.map(key)));
  const isGone = (line: string, side: ReadonlySet<string> | undefined) =>
    before?.has(key(line)) === true && side?.has(key(line)) === false;
  return [
    ...ours.filter((line) => !isGone(line, other)),
    ...theirs.filter((line) => mine?.has(key(line)) === false && !isGone(line, mine)),
  ];
}

/** A text counts when it reads as exactly what the values of both sides make together. */
async function mergeStructured(
  format: StructuredFormat,
  { hunk, base, whole }: HunkInPlace,
): Promise<readonly string[] | undefined> {
  const { ours, theirs } = hunk;
  const isBlank = (lines: readonly string[]) => lines.every((line) => line.trim() === "");
  if (base === undefined && (isBlank(ours) || isBlank(theirs))) return undefined;
  const read = (lines: readonly string[]) => parseText(format, whole(lines));
  const [mine, other, before] = await Promise.all([read(ours), read(theirs), read(base ?? [])]);
  if (!mine.isRight || !other.isRight) return undefined;
  const merged = mergeValues(before.isRight ? before.value : {}, mine.value, other.value);
  if (merged === undefined || (base !== undefined && !before.isRight)) return undefined;
  for (const lines of candidates(hunk, base)) {
    const after = await read(lines);
    if (after.isRight && !after.hasDuplicates && isSame(after.value, merged.value)) return lines;
  }
  return undefined;
}

/** Ways to write both sides, with and without the commas that JSON wants between members. */
function candidates(
  { ours, theirs }: MergeHunk,
  base: readonly string[] | undefined,
): readonly (readonly string[])[] {
  const touching = base === undefined ? undefined : mergeLines({ base, ours, theirs }, "touching");
  const plain = [
    ...(touching === undefined ? [] : [touching]),
    [...ours, ...without(theirs, ours)],
    [...ours, ...theirs],
    [...theirs, ...without(ours, theirs)],
  ];
  return plain.flatMap((lines) => [lines, withCommas(lines, true), withCommas(lines, false)]);
}

function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others.map((line) => line.trim().replace(/,$/, "")));
  return lines.filter((line) => !known.has(line.trim().replace(/,$/, "")));
}

/** A comma after each line that ends a member, after the last one too where more follows. */
function withCommas(lines: readonly string[], isFollowed: boolean): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== "");
  return lines.map((line, index) => {
    if (line.trim() === "" || /[{[(]\s*$/.test(line)) return line;
    const next = lines.slice(index + 1).find((one) => one.trim() !== "") ?? "";
    const isEnd = index === last ? !isFollowed : /^\s*[}\])]/.test(next);
    const text = line.replace(/,?(\s*)$/, "");
    const end = line.endsWith("\r") ? "\r" : "";
    return `${text}${isEnd ? "" : ","}${end}`;
  });
}
