import { z } from "zod";
import { checkPath } from "../check-path.ts";
import { createFileKind } from "../file-kind.ts";
import { describePathState, pathStateSchema } from "../path-state.ts";
import { missingFolders, refuse } from "./parents.ts";

const schema = z.strictObject({
  path: z.string(),
  /** How it has to stand for this to be done, in one line. */
  expected: z.string(),
  state: pathStateSchema,
});

/** A path as it once stood: what taking a change back is made of. */
export const restorePath = createFileKind({
  kind: "restore_path",
  schema,
  describe: ({ path, state }) => (state.kind === "absent" ? `remove ${path}` : `put ${path} back`),
  effects: ({ path, expected, state }, view) => {
    const before = view.state(checkPath(path));
    if (describePathState(before) !== expected) throw refuse(path, "was changed since");
    if (before.kind === "folder" && state.kind === "absent" && !view.isEmpty(path))
      throw refuse(path, "holds something else by now");
    const folders = state.kind === "absent" ? [] : missingFolders(path, view);
    return [...folders, { effect: "set", path, before, after: state }];
  },
});
