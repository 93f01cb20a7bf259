import { z } from "zod";
import { OrchestraError } from "../../model/errors.ts";
import { checkPath } from "../check-path.ts";
import { createFileKind } from "../file-kind.ts";
import { missingFolders, stateOf } from "./parents.ts";

const NEW_FILE_MODE = 0o644;

const schema = z.strictObject({
  path: z.string(),
  object: z.string(),
  mode: z.int().min(0).max(0o7777).exactOptional(),
});

/** A file with this whole content; folders above it are made. */
export const writeFile = createFileKind({
  kind: "write_file",
  schema,
  seal: ({ text, base64, ...params }, contents) => {
    if (typeof text === "string") return { ...params, object: contents.remember(Buffer.from(text, "utf8")) };
    if (typeof base64 === "string")
      return { ...params, object: contents.remember(Buffer.from(base64, "base64")) };
    if (typeof params["object"] === "string" && text === undefined && base64 === undefined) return params;
    throw new OrchestraError("PLAN_INVALID", "a write_file has no content", {
      hint: "Give it as text, or as base64 when it is no text.",
    });
  },
  describe: ({ path }) => `write ${path}`,
  effects: ({ path, object, mode }, view) => {
    const before = stateOf(checkPath(path), view, ["absent", "file"]);
    const kept = before.kind === "file" ? before : undefined;
    const owner =
      kept?.userId === undefined || kept.groupId === undefined
        ? {}
        : { userId: kept.userId, groupId: kept.groupId };
    return [
      ...missingFolders(path, view),
      {
        effect: "set",
        path,
        before,
        after: { kind: "file", content: object, mode: mode ?? kept?.mode ?? NEW_FILE_MODE, ...owner },
      },
    ];
  },
});
