import type { Platform } from "../../../platform/types.ts";

const MAX_BYTES = 262_144;

/** The text of a small file; undefined when there is none that can be read. */
export function readSmallText(path: string, platform: Platform): string | undefined {
  const read = platform.files.readText(path, { maxBytes: MAX_BYTES });
  return read.isRead ? read.text : undefined;
}

/** Names of what is in a folder, sorted; none when it cannot be read. */
export function entryNames(folder: string, platform: Platform): readonly string[] {
  const read = platform.files.readFolder(folder);
  if (!read.isRead) return [];
  return read.entries
    .map((entry) => entry.name)
    .filter((name) => typeof name === "string")
    .toSorted();
}

/** Names of the folders, and links to folders, in a folder. */
export function subfolders(folder: string, platform: Platform): readonly string[] {
  const read = platform.files.readFolder(folder);
  if (!read.isRead) return [];
  return read.entries
    .filter((entry) => entry.kind === "folder" || entry.kind === "link")
    .map((entry) => entry.name)
    .filter((name) => typeof name === "string")
    .toSorted();
}
