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
 * Makes the folder, for its owner alone and hidden from git. Throws `STATE_UNWRITABLE` when something else stands in
 * its place: a link could lead anywhere.
 */
export function prepareFolder(state: StateFolder): void {
  const { files } = state.platform;
  const present = files.lstat(state.path);
  if (present !== undefined && present.kind !== "folder") {
    throw new OrchestraError("STATE_UNWRITABLE", `${FOLDER} is no folder but a ${present.kind}`, {
      file: FOLDER,
      hint: "Move it away; orchestra keeps its state in a folder of that name.",
    });
  }
  try {
    if (present === undefined) files.makeFolder(state.path, { mode: 0o700 });
    const ignoreFile = pathIn(state, ".gitignore");
    if (files.lstat(ignoreFile) === undefined) files.createExclusive(ignoreFile, "*\n", { mode: 0o600 });
  } catch (error) {
    throw folderFailure(error);
  }
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

function folderFailure(error: unknown): unknown {
  if (error instanceof OrchestraError || !(error instanceof Error) || !("code" in error)) return error;
  return new OrchestraError("STATE_UNWRITABLE", `${FOLDER} cannot be made: ${String(error.code)}`, {
    file: FOLDER,
    cause: error,
    hint: "Check the permissions of the project's folder.",
  });
}
