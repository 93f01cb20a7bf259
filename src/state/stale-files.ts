import { join } from "node:path";
import type { Platform } from "../platform/types.ts";
import type { StateFolder } from "./state-folder.ts";

const TEMPORARY_AGE_MS = 3_600_000;
const ASIDE_AGE_MS = 30 * 86_400_000;

type AgeLimit = (name: string) => number | undefined;

/** Removes what killed writers left, and broken files that nobody looked at for a month; call it under the lock. */
export function removeStaleFiles(state: StateFolder): void {
  removeOlder(state.platform, state.path, ageLimitOf);
}

/** Removes what writers left in a folder that were killed more than an hour ago. */
export function removeStaleTemporaries(platform: Platform, folder: string): void {
  removeOlder(platform, folder, temporaryLimitOf);
}

function removeOlder({ clock, files }: Platform, folder: string, limitOf: AgeLimit): void {
  const listing = files.readFolder(folder);
  if (!listing.isRead) return;
  for (const { name, kind } of listing.entries) {
    if (typeof name !== "string" || kind !== "file") continue;
    const limit = limitOf(name);
    const stat = limit === undefined ? undefined : files.lstat(join(folder, name));
    if (limit === undefined || stat === undefined) continue;
    if (stat.modifiedMs + limit < clock.now()) files.removeFile(join(folder, name));
  }
}

/** A guard of the lock outlives a taker that was killed after it took the lock away. */
function ageLimitOf(name: string): number | undefined {
  if (name.startsWith("lock.")) return TEMPORARY_AGE_MS;
  return name.includes(".corrupt-") ? ASIDE_AGE_MS : temporaryLimitOf(name);
}

/** As `temporaryFor` of the platform names them. */
function temporaryLimitOf(name: string): number | undefined {
  return /^\..+\.\d+\.[0-9a-f]{8}\.tmp$/.test(name) ? TEMPORARY_AGE_MS : undefined;
}
