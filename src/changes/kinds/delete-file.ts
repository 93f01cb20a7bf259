import { z } from "zod";
import { createFileKind } from "../file-kind.ts";
import { ABSENT } from "../path-state.ts";
import { stateOf } from "./parents.ts";

/** A file, or a link itself; never a folder. */
export const deleteFile = createFileKind({
  kind: "delete_file",
  schema: z.strictObject({ path: z.string() }),
  describe: ({ path }) => `delete ${path}`,
  effects: ({ path }, view) => [
    { effect: "set", path, before: stateOf(path, view, ["file", "link"]), after: ABSENT },
  ],
});
