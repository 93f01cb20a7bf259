import { OrchestraError } from "../model/errors.ts";
import { trashManifestSchema, type TrashManifest } from "../model/cleanup.ts";
import { toTimestamp } from "../model/time.ts";
import type { HeldFolder } from "../platform/edit-types.ts";
import type { Platform } from "../platform/types.ts";
import { hasFolder, pathIn, prepareFolder, shownPath, type StateFolder } from "./state-folder.ts";

const FOLDER = "trash";
const MAX_BYTES = 67_108_864;
const ID = /^\d{8}T\d{6}-\d{3}-[0-9a-f]{4}$/;

/** A name for a clean-up that sorts by time and is no other's. */
export function nameCleanup({ clock, random }: Platform): string {
  const at = toTimestamp(clock.now()).replaceAll(/[-:]/g, "").replace(".", "-").replace("Z", "");
  return `${at}-${random.hex(4)}`;
}

/** Lays the folders that a clean-up moves things into, and writes down what it moves. Throws `STATE_UNWRITABLE`. */
export function layTrash(state: StateFolder, manifest: TrashManifest): void {
  prepareFolder(state);
  const { files } = state.platform;
  const trash = pathIn(state, FOLDER);
  if (!hasTrash(state)) files.makeFolder(trash, { mode: 0o700 });
  const folders = manifest.moved.map((path) => path.slice(0, Math.max(0, path.lastIndexOf("/"))));
  for (const folder of new Set(["", ...folders]))
    files.makeFolder(pathIn(state, FOLDER, manifest.id, folder), { mode: 0o700 });
  writeManifest(state, manifest);
}

/** Writes anew what a clean-up moved. */
export function writeManifest(state: StateFolder, manifest: TrashManifest): void {
  const path = pathIn(state, FOLDER, `${manifest.id}.json`);
  state.platform.files.writeAtomic(path, `${JSON.stringify(manifest)}\n`, { mode: 0o600 });
}

/** What clean-ups put away and is still there, the latest first; one that nothing is left of is not told. */
export function readTrash(state: StateFolder): readonly TrashManifest[] {
  if (!hasTrash(state)) return [];
  const { files } = state.platform;
  return cleanupIds(state).flatMap((id) => {
    const read = files.readText(pathIn(state, FOLDER, `${id}.json`), { maxBytes: MAX_BYTES });
    const parsed = trashManifestSchema.safeParse(read.isRead ? parse(read.text) : undefined);
    if (!parsed.success || parsed.data.id !== id) return [];
    const moved = parsed.data.moved.filter(
      (path) => files.lstat(pathIn(state, FOLDER, id, path)) !== undefined,
    );
    return moved.length === 0 ? [] : [{ ...parsed.data, moved }];
  });
}

/** Ids of all that stands in the trash, the latest first: those without a manifest too. */
export function cleanupIds(state: StateFolder): readonly string[] {
  if (!hasTrash(state)) return [];
  const listing = state.platform.files.readFolder(pathIn(state, FOLDER));
  const names = listing.isRead ? listing.entries.map(({ name }) => String(name).replace(/\.json$/, "")) : [];
  return [...new Set(names)]
    .filter((name) => ID.test(name))
    .toSorted()
    .toReversed();
}

/** When a clean-up was, by its id; milliseconds since 1970. */
export function timeOfCleanup(id: string): number {
  return Date.parse(
    id.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)-(\d{3})-.*$/, "$1-$2-$3T$4:$5:$6.$7Z"),
  );
}

/** Removes what a clean-up put away, for good; never through a link. */
export function removeCleanup(state: StateFolder, id: string): void {
  inTrash(state, (trash) => {
    if (trash.stat(id)?.kind === "folder") trash.removeTree(id);
    trash.remove(`${id}.json`);
    trash.sync();
  });
}

/** Removes the folders of a clean-up that nothing stands in any more, and its manifest with the last of them. */
export function tidyCleanup(state: StateFolder, id: string): void {
  inTrash(state, (trash) => {
    const isGone = trash.stat(id) === undefined || removeEmpty(trash, id);
    if (isGone) trash.remove(`${id}.json`);
  });
}

/** True when the folder is gone. */
function removeEmpty(parent: HeldFolder, name: string): boolean {
  const folder = parent.open(name);
  if (folder === undefined) return false;
  try {
    const isEmpty = folder.list().map((child) => removeEmpty(folder, child));
    if (!isEmpty.every(Boolean)) return false;
  } finally {
    folder.close();
  }
  try {
    parent.removeFolder(name);
    return true;
  } catch (error) {
    if (error instanceof OrchestraError) return false;
    throw error;
  }
}

function inTrash(state: StateFolder, work: (trash: HeldFolder) => void): void {
  if (!hasTrash(state)) return;
  const top = state.platform.files.holdFolder(state.path);
  const trash = top?.open(FOLDER);
  try {
    if (trash !== undefined) work(trash);
  } finally {
    trash?.close();
    top?.close();
  }
}

/** Throws `STATE_UNWRITABLE` where something else stands in its place. */
function hasTrash(state: StateFolder): boolean {
  if (!hasFolder(state)) return false;
  const present = state.platform.files.lstat(pathIn(state, FOLDER));
  if (present === undefined) return false;
  if (present.kind === "folder") return true;
  throw new OrchestraError("STATE_UNWRITABLE", `${shownPath(FOLDER)} is no folder but a ${present.kind}`, {
    file: shownPath(FOLDER),
    hint: "Move it away; orchestra keeps there what it cleaned up.",
  });
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
