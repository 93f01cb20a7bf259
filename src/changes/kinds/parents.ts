import { OrchestraError } from "../../model/errors.ts";
import { checkPath, foldersAbove } from "../check-path.ts";
import type { Effect } from "../effects.ts";
import { ABSENT, type PathState } from "../path-state.ts";
import type { View } from "../view.ts";

const FOLDER_MODE = 0o755;

/** Folders that have to be made before a path can stand. Throws `PLAN_REFUSED` where a file is in the way. */
export function missingFolders(path: string, view: View): readonly Effect[] {
  return foldersAbove(path)
    .filter((folder) => !view.hasFolder(folder))
    .map((folder): Effect => {
      const before = view.state(folder);
      if (before.kind !== "absent") throw refuse(folder, `is no folder but a ${before.kind}`);
      return { effect: "set", path: folder, before, after: { kind: "folder", mode: FOLDER_MODE } };
    });
}

/** The state of a path that has to be of this kind. Throws `PLAN_REFUSED`. */
export function stateOf<K extends PathState["kind"]>(
  path: string,
  view: View,
  kinds: readonly K[],
): Extract<PathState, { kind: K }> {
  return demand(path, view.state(checkPath(path)), kinds);
}

/** The same without reading a file. */
export function glanceAt<K extends PathState["kind"]>(
  path: string,
  view: View,
  kinds: readonly K[],
): Extract<PathState, { kind: K }> {
  return demand(path, view.glance(checkPath(path)), kinds);
}

function demand<K extends PathState["kind"]>(
  path: string,
  state: PathState,
  kinds: readonly K[],
): Extract<PathState, { kind: K }> {
  if (isOf(state, kinds)) return state;
  throw refuse(path, state.kind === ABSENT.kind ? "is not there" : `is a ${state.kind}`);
}

/** What cannot be done, and with which path. */
export function refuse(path: string, why: string): OrchestraError {
  return new OrchestraError("PLAN_REFUSED", `${path} ${why}`, { file: path });
}

function isOf<K extends PathState["kind"]>(
  state: PathState,
  kinds: readonly K[],
): state is Extract<PathState, { kind: K }> {
  const names: readonly string[] = kinds;
  return names.includes(state.kind);
}
