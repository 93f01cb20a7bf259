/** The lines between the marks of an unfinished merge, without their line ends. */
export interface MergeHunk {
  /** Of the first mark, 0-based. */
  readonly first: number;
  /** Of the last mark, 0-based. */
  readonly last: number;
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  /** Of a hunk in the style of diff3. */
  readonly base: readonly string[] | undefined;
  /** What stands behind the last mark: the name of the other side. */
  readonly label: string;
}

/** Whole hunks of a text that is given as lines, in their order. */
export function readHunks(lines: readonly string[]): readonly MergeHunk[] {
  const hunks: MergeHunk[] = [];
  let open: { first: number; base?: number; middle?: number } | undefined;
  lines.forEach((raw, index) => {
    const line = raw.replace(/\r$/, "");
    if (/^<{7}( |$)/.test(line)) open = { first: index };
    else if (open === undefined) return;
    else if (/^\|{7}( |$)/.test(line) && open.middle === undefined) open.base = index;
    else if (line === "=======" && open.middle === undefined) open.middle = index;
    else if (/^>{7}( |$)/.test(line) && open.middle !== undefined) {
      const { first, base, middle } = open;
      hunks.push({
        first,
        last: index,
        ours: lines.slice(first + 1, base ?? middle),
        theirs: lines.slice(middle + 1, index),
        base: base === undefined ? undefined : lines.slice(base + 1, middle),
        label: line.slice(8).trim(),
      });
      open = undefined;
    }
  });
  return hunks;
}

/** The lines with each hunk replaced by what is chosen of it. */
export function chooseSides(
  lines: readonly string[],
  hunks: readonly MergeHunk[],
  choose: (hunk: MergeHunk) => readonly string[],
): readonly string[] {
  const parts: string[] = [];
  let at = 0;
  for (const hunk of hunks) {
    parts.push(...lines.slice(at, hunk.first), ...choose(hunk));
    at = hunk.last + 1;
  }
  return [...parts, ...lines.slice(at)];
}
