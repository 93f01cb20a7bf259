import { locateAssignments, type DotenvAssignment } from "../workspace/parsers/dotenv.ts";
import { applyTextEdits, type TextEdit } from "./text-edits.ts";

/** The assignment of a key that holds: the last one. */
export function holdingAssignment(text: string, key: string): DotenvAssignment | undefined {
  return locateAssignments(text).findLast((assignment) => assignment.key === key);
}

/**
 * Gives the last assignment of a key another value and leaves everything around it: `export`, comments, the kind of
 * quotes where they can hold it. Undefined where no spelling reads back to the value.
 */
export function setValue(text: string, key: string, value: string): TextEdit | undefined {
  const before = locateAssignments(text);
  const found = before.findLast((assignment) => assignment.key === key);
  if (found === undefined) return undefined;
  const { valueStart: start, valueEnd: end } = found;
  return spellings(value, text.slice(start, end))
    .map((spelling) => ({ start, end, text: spelling }))
    .find((edit) => readsBack(applyTextEdits(text, [edit]), { before, changed: found, value }));
}

/** A key and its value, after an offset. */
export interface NewLine {
  readonly at: number;
  readonly key: string;
  readonly value: string;
  /** As it is spelt elsewhere: that way first. */
  readonly written?: string;
}

/** A new line `KEY=value` after an offset at which a line begins, in the line ends of the text. */
export function newLine(text: string, { at, key, value, written = "" }: NewLine): TextEdit | undefined {
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const isOpen = at > 0 && !/[\r\n]/.test(text.charAt(at - 1));
  const before = locateAssignments(text);
  return [written.replaceAll(/\r?\n/g, lineEnd), ...spellings(value, "")]
    .map((spelling) => ({
      start: at,
      end: at,
      text: `${isOpen ? lineEnd : ""}${key}=${spelling}${lineEnd}`,
    }))
    .find((edit) => {
      const after = locateAssignments(applyTextEdits(text, [edit]));
      return (
        after.length === before.length + 1 && after.some((one) => one.key === key && one.value === value)
      );
    });
}

interface Expected {
  readonly before: readonly DotenvAssignment[];
  readonly changed: DotenvAssignment;
  readonly value: string;
}

/** The one assignment has the value, and every other one is as it was. */
function readsBack(text: string, { before, changed, value }: Expected): boolean {
  const after = locateAssignments(text);
  return (
    after.length === before.length &&
    after.every((one, index) => {
      const was = before[index];
      return one.key === was?.key && one.value === (was === changed ? value : was.value);
    })
  );
}

/** How a value may be written, the manner of what stood there first. */
function spellings(value: string, written: string): readonly string[] {
  const bare = /^[^\s#"'`][^\n\r#"'`]*$/.test(value) && value === value.trim() ? [value] : [];
  const quoted = ['"', "'", "`"]
    .filter((quote) => !value.includes(quote) && !value.includes("\r"))
    .filter((quote) => quote !== '"' || !/\\[nr]/.test(value))
    .map((quote) => `${quote}${value}${quote}`);
  const style = /^["'`]/.exec(written)?.[0];
  const inStyle = quoted.filter((spelling) => style !== undefined && spelling.startsWith(style));
  if (value === "") return style === undefined ? ["", ...quoted] : [...inStyle, ""];
  return [...inStyle, ...bare, ...quoted];
}
