import { sortByPath } from "./complete-files.ts";
import type { TrackedFiles } from "./tracked-files.ts";
import type { WorkspaceFile } from "./types.ts";

/** Groups of files that have, or may have, one content, each by path; no file is in two of them. */
export interface SharedContent {
  /** Tracked files with one object id. */
  readonly same: readonly (readonly WorkspaceFile[])[];
  /** Files of one size, of at least one of which git knows no id. */
  readonly sameSize: readonly (readonly WorkspaceFile[])[];
}

/**
 * Finds what may be the same, ignored files aside, as far as that can be told without reading one. Most files of a tree
 * are in no group, and of those nothing but the beginning of the id is looked at.
 */
export function findSharedContent(tracked: TrackedFiles, others: readonly WorkspaceFile[]): SharedContent {
  const bySize = new Map<number, WorkspaceFile[]>();
  for (const file of others) {
    const { kind, state, size } = file;
    if (kind !== "file" || state === "ignored" || size === 0) continue;
    const group = bySize.get(size);
    if (group === undefined) bySize.set(size, [file]);
    else group.push(file);
  }
  if (bySize.size > 0) addOfTheirSize(tracked, bySize);
  const same = groupsOfOneId(tracked);
  return {
    same: bySize.size === 0 ? same : same.filter((group) => !bySize.has(group[0]?.size ?? 0)),
    sameSize: [...bySize.values()].filter(({ length }) => length > 1).map(sortByPath),
  };
}

function addOfTheirSize(tracked: TrackedFiles, bySize: ReadonlyMap<number, WorkspaceFile[]>): void {
  for (let place = 0; place < tracked.length; place += 1) {
    const group = bySize.get(tracked.sizeAt(place) ?? 0);
    const file = group === undefined ? undefined : tracked.at(place);
    if (file?.kind === "file") group?.push(file);
  }
}

function groupsOfOneId(tracked: TrackedFiles): readonly (readonly WorkspaceFile[])[] {
  const groups = tracked
    .samePlaces()
    .map((places) => places.map((place) => tracked.at(place)).filter(isComparedFile))
    .filter(({ length }) => length > 1);
  return tracked.isSorted ? groups : groups.map(sortByPath);
}

function isComparedFile(file: WorkspaceFile | undefined): file is WorkspaceFile {
  return file !== undefined && file.kind === "file" && file.size > 0;
}
