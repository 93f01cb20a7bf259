import type { ChangeKind } from "../kind.ts";
import { deleteFile } from "./delete-file.ts";
import { editFile } from "./edit-file.ts";
import { makeDirectory } from "./make-directory.ts";
import { moveFile } from "./move-file.ts";
import { registerResource } from "./register-resource.ts";
import { restorePath } from "./restore-path.ts";
import { revertChange } from "./revert-change.ts";
import { runCheck } from "./run-check.ts";
import { setConfig } from "./set-config.ts";
import { writeFile } from "./write-file.ts";

/** Every kind of change that comes with `orchestra`; the last two are what taking back is made of. */
export const BUILT_IN_KINDS: readonly ChangeKind[] = [
  writeFile,
  editFile,
  deleteFile,
  moveFile,
  makeDirectory,
  setConfig,
  registerResource,
  runCheck,
  restorePath,
  revertChange,
];
