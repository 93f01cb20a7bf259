/** How assistants ask for edits: git names its sides after commits and branches. */
const EDIT = /^<{7} (SEARCH|ORIGINAL|REPLACE|UPDATED|FIND)$/;

/** Lines, 1-based, on which whole hunks of an unfinished merge begin; those of a fenced example are none. */
export function findMergeHunks(path: string, text: string): readonly number[] {
  const isMarkdown = /\.(md|mdx|markdown)$/i.test(path);
  const hunks: number[] = [];
  let start: number | undefined;
  let isDivided = false;
  let isFenced = false;
  text.split("\n").forEach((raw, index) => {
    const line = raw.replace(/\r$/, "");
    if (isMarkdown && /^ {0,3}(```|~~~)/.test(line)) isFenced = !isFenced;
    if (isFenced) return;
    if (/^<{7}( |$)/.test(line)) {
      start = EDIT.test(line) ? undefined : index + 1;
      isDivided = false;
    } else if (line === "=======" && start !== undefined) isDivided = true;
    else if (/^>{7}( |$)/.test(line) && start !== undefined && isDivided) {
      hunks.push(start);
      start = undefined;
    }
  });
  return hunks;
}
