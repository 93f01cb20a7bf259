import { isGeneratedFolder } from "../../workspace/generated-folders.ts";
import type { Workspace } from "../../workspace/types.ts";

/** True for a path below a folder that tools fill and that is not there yet. */
export function isFilledByTools(workspace: Workspace, path: string): boolean {
  const names = path.split("/");
  const firstAbsent = names.findIndex((_, index) => !workspace.has(names.slice(0, index + 1).join("/")));
  return firstAbsent < names.length - 1 && isGeneratedFolder(names[firstAbsent] ?? "");
}
