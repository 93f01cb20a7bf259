import { z } from "zod";
import { checkPath } from "../check-path.ts";
import { createFileKind } from "../file-kind.ts";
import { missingFolders, stateOf } from "./parents.ts";

const FOLDER_MODE = 0o755;

/** A folder, and those above it. */
export const makeDirectory = createFileKind({
  kind: "make_directory",
  schema: z.strictObject({ path: z.string(), mode: z.int().min(0).max(0o7777).exactOptional() }),
  describe: ({ path }) => `make the folder ${path}`,
  effects: ({ path, mode }, view) => {
    const before = stateOf(checkPath(path), view, ["absent", "folder"]);
    const kept = before.kind === "folder" ? before.mode : FOLDER_MODE;
    return [
      ...missingFolders(path, view),
      { effect: "set", path, before, after: { kind: "folder", mode: mode ?? kept } },
    ];
  },
});
