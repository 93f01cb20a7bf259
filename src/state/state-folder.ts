import { join } from "node:path";
import type { Diagnostic } from "../model/diagnostic.ts";
import { OrchestraError } from "../model/errors.ts";
import type { Platform } from "../platform/types.ts";

const FOLDER = ".orchestra";

/** The project's `.orchestra/`: nothing of it exists until something is written. */
export interface StateFolder {
  readonly platform: Platform;
  /** Absolute. */
  readonly path: string;
}

/** Names the folder of a project; reads and writes nothing. */
export function openState(platform: Platform, root: string): StateFolder {
  return { platform, path: join(root, FOLDER) };
}

/** The absolute path of something in the folder. */
export function pathIn(state: StateFolder, ...names: readonly string[]): string {
  return join(state.path, ...names);
}

/** The same as diagnostics show it, relative to the project's root. */
export function shownPath(name: string): string {
  return `${FOLDER}/${name}`;
}

/**
 * True when the folder is there. Throws `STATE_UNWRITABLE` when something else stands in its place: a link could lead
 * anywhere, and what is behind it is nobody's to read or to move.
 */
export function hasFolder(state: StateFolder): boolean {
  const present = state.platform.files.lstat(state.path);
  if (present === undefined) return false;
  if (present.kind === "folder") return true;
  throw new OrchestraError("STATE_UNWRITABLE", `${FOLDER} is no folder but a ${present.kind}`, {
    file: FOLDER,
    hint: "Move it away; orchestra keeps its state in a folder of that name.",
  });
}

/** Makes the folder, for its owner alone and hidden from git. Throws `STATE_UNWRITABLE`. */
export function prepareFolder(state: StateFolder): void {
  const { files } = state.platform;
  if (!hasFolder(state)) files.makeFolder(state.path, { mode: 0o700 });
  const ignoreFile = pathIn(state, ".gitignore");
  if (files.lstat(ignoreFile) === undefined) files.createExclusive(ignoreFile, "*\n", { mode: 0o600 });
}

/** A diagnostic about one of the folder's files. */
export function stateDiagnostic(name: string, message: string, hint: string): Diagnostic {
  return {
    severity: "warning",
    code: "STATE_CORRUPT",
    message,
    source: "state",
    file: shownPath(name),
    hint,
  };
}
