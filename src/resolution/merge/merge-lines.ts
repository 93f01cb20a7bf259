/** Pairs of equal lines of two texts, in order; too long texts have only their common ends. */
export function commonLines(
  a: readonly string[],
  b: readonly string[],
): readonly (readonly [number, number])[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const pairs: (readonly [number, number])[] = [];
  for (let at = 0; at < head; at += 1) pairs.push([at, at]);
  pairs.push(...middlePairs(a.slice(head, a.length - tail), b.slice(head, b.length - tail), head));
  for (let at = tail; at > 0; at -= 1) pairs.push([a.length - at, b.length - at]);
  return pairs;
}

const MOST_CELLS = 4_000_000;

/** The longest common subsequence, by the usual table. */
function middlePairs(
  a: readonly string[],
  b: readonly string[],
  offset: number,
): readonly (readonly [number, number])[] {
  if (a.length * b.length > MOST_CELLS) return [];
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = a.length - 1; row >= 0; row -= 1) {
    for (let column = b.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        a[row] === b[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [row, column] = [0, 0];
  while (row < a.length && column < b.length) {
    if (a[row] === b[column]) {
      pairs.push([offset + row, offset + column]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

/** Lines of the base that become others. */
interface LineEdit {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

function lineEdits(base: readonly string[], side: readonly string[]): readonly LineEdit[] {
  const edits: LineEdit[] = [];
  let [inBase, inSide] = [0, 0];
  for (const [a, b] of [...commonLines(base, side), [base.length, side.length] as const]) {
    if (a > inBase || b > inSide) edits.push({ start: inBase, end: a, lines: side.slice(inSide, b) });
    [inBase, inSide] = [a + 1, b + 1];
  }
  return edits;
}

/** How near two changes may come to each other before they are one conflict. */
export type Closeness =
  /** As git has it: a line that neither changed stands between them. */
  | "apart"
  /** They may touch; what both insert at one place stands there twice, ours first. */
  | "touching";

/** What both sides made of the base; undefined where their changes meet. */
export function mergeLines(
  { base, ours, theirs }: Readonly<Record<"base" | "ours" | "theirs", readonly string[]>>,
  closeness: Closeness,
): readonly string[] | undefined {
  const mine = lineEdits(base, ours);
  const all = lineEdits(base, theirs);
  const other = all.filter((edit) => !mine.some((one) => isSame(one, edit)));
  // What both did alike is in nobody's way, whichever side is called ours.
  const own = mine.filter((edit) => !all.some((one) => isSame(one, edit)));
  if (own.some((a) => other.some((b) => meet(a, b, closeness)))) return undefined;
  const edits = [
    ...mine.map((edit) => ({ edit, order: 0 })),
    ...other.map((edit) => ({ edit, order: 1 })),
  ].toSorted((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.order - b.order);
  const merged: string[] = [];
  let at = 0;
  for (const { edit } of edits) {
    merged.push(...base.slice(at, edit.start), ...edit.lines);
    at = Math.max(at, edit.end);
  }
  return [...merged, ...base.slice(at)];
}

function isSame(a: LineEdit, b: LineEdit): boolean {
  return (
    a.start === b.start &&
    a.end === b.end &&
    a.lines.length === b.lines.length &&
    a.lines.every((line, index) => line === b.lines[index])
  );
}

function meet(a: LineEdit, b: LineEdit, closeness: Closeness): boolean {
  return closeness === "apart" ? a.start <= b.end && b.start <= a.end : a.start < b.end && b.start < a.end;
}
