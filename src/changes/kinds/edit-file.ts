import { z } from "zod";
import type { JsonValue } from "../../model/json.ts";
import type { Contents } from "../contents.ts";
import { createFileKind } from "../file-kind.ts";
import { refuse, stateOf } from "./parents.ts";

const editSchema = z.strictObject({
  /** Bytes from the begin of the file, as it stands before this step. */
  start: z.int().min(0),
  /** Behind the last byte that is replaced. */
  end: z.int().min(0),
  object: z.string(),
});

const schema = z.strictObject({
  path: z.string(),
  edits: z.array(editSchema).min(1),
});

/** As a caller writes it. */
const writtenSchema = z.strictObject({ start: z.number(), end: z.number(), text: z.string() });

type Edit = z.output<typeof editSchema>;

/** Pieces of a file, by position: everything else of it stays as it is, to the byte. */
export const editFile = createFileKind({
  kind: "edit_file",
  schema,
  seal: ({ edits, ...params }, contents) => ({
    ...params,
    edits: Array.isArray(edits) ? edits.map((edit) => sealEdit(edit, contents)) : (edits ?? null),
  }),
  describe: ({ path, edits }) => `edit ${path} at ${edits.length} ${edits.length === 1 ? "place" : "places"}`,
  effects: ({ path, edits }, view) => {
    const before = stateOf(path, view, ["file"]);
    const bytes = view.read(path);
    if (bytes === undefined) throw refuse(path, "has no content that is known");
    const { modifiedNs: _, ...kept } = before;
    const content = view.remember(splice(bytes, { path, edits, find: (id) => view.find(id) }));
    return [{ effect: "set", path, before, after: { ...kept, content } }];
  },
});

function sealEdit(edit: JsonValue, contents: Contents): JsonValue {
  const { data } = writtenSchema.safeParse(edit);
  if (data === undefined) return edit;
  const { text, ...place } = data;
  return { ...place, object: contents.remember(Buffer.from(text, "utf8")) };
}

interface Splice {
  readonly path: string;
  readonly edits: readonly Edit[];
  readonly find: (id: string) => Buffer | undefined;
}

function splice(bytes: Buffer, { path, edits, find }: Splice): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (const { start, end, object } of edits) {
    if (start < at || end < start || end > bytes.length)
      throw refuse(path, `has no bytes ${start} to ${end} that could be edited`);
    const text = find(object);
    if (text === undefined) throw refuse(path, "is to get a text that is not kept any more");
    parts.push(bytes.subarray(at, start), text);
    at = end;
  }
  return Buffer.concat([...parts, bytes.subarray(at)]);
}
