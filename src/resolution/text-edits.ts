import { z } from "zod";

/** Bytes from `start` up to `end` that become `text`. */
export interface ByteEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The same in UTF-16 units of a text. */
export type TextEdit = ByteEdit;

export const editsSchema: z.ZodType<readonly ByteEdit[]> = z.array(
  z.object({ start: z.int().min(0), end: z.int().min(0), text: z.string() }),
);

/** Sorted edits that do not overlap, done. */
export function applyEdits(bytes: Buffer, edits: readonly ByteEdit[]): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (const { start, end, text } of edits) {
    parts.push(bytes.subarray(at, start), Buffer.from(text, "utf8"));
    at = end;
  }
  return Buffer.concat([...parts, bytes.subarray(at)]);
}

/** The text after its edits, in any order. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  for (const { start, end, text: inserted } of sortEdits(edits).toReversed())
    result = `${result.slice(0, start)}${inserted}${result.slice(end)}`;
  return result;
}

/** Offsets of a text as bytes of its UTF-8 form, sorted. */
export function toByteEdits(text: string, edits: readonly TextEdit[]): readonly ByteEdit[] {
  const bytesTo = (offset: number) => Buffer.byteLength(text.slice(0, offset), "utf8");
  return sortEdits(edits).map(({ start, end, text: inserted }) => ({
    start: bytesTo(start),
    end: bytesTo(end),
    text: inserted,
  }));
}

function sortEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
