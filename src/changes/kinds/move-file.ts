import { z } from "zod";
import { checkPath, isWithin } from "../check-path.ts";
import { identitySchema, type Effect, type Identity } from "../effects.ts";
import { createFileKind } from "../file-kind.ts";
import { ABSENT } from "../path-state.ts";
import type { View } from "../view.ts";
import { glanceAt, missingFolders, refuse, stateOf } from "./parents.ts";

const schema = z.strictObject({
  from: z.string(),
  to: z.string(),
  /** Of what was looked at when the plan was made: nothing else is moved, but for what an earlier step put in its place. */
  identity: identitySchema.exactOptional(),
});

/** A file, a link or a whole folder, to a path where nothing stands. */
export const moveFile = createFileKind({
  kind: "move_file",
  schema,
  describe: ({ from, to }) => `move ${from} to ${to}`,
  effects: ({ from, to, identity }, view) => {
    const what = glanceAt(from, view, ["file", "link", "folder"]);
    stateOf(checkPath(to), view, ["absent"]);
    if (isWithin(to, from)) throw refuse(to, `is within ${from}`);
    const found = view.identity(from);
    if (identity !== undefined && found !== undefined && !isSame(found, identity))
      throw refuse(from, "is another one than was looked at");
    const folders = missingFolders(to, view);
    if (found !== undefined) return [...folders, { effect: "move", from, to, what, identity: found }];
    if (what.kind === "folder") throw refuse(from, "is made by the same plan and cannot be moved in it");
    return [...folders, ...moveMade({ from, to, view })];
  },
});

/** What only exists once the plan has made it is made at the other place. */
function moveMade({ from, to, view }: { from: string; to: string; view: View }): readonly Effect[] {
  const what = view.state(from);
  return [
    { effect: "set", path: from, before: what, after: ABSENT },
    { effect: "set", path: to, before: ABSENT, after: what },
  ];
}

function isSame(found: Identity, { device, inode }: Identity): boolean {
  return found.device === device && found.inode === inode;
}
