import { join } from "node:path";
import type { Platform } from "../platform/types.ts";
import { hasEnded } from "./lock-owner.ts";
import { pathIn, type StateFolder } from "./state-folder.ts";

const TEMPORARY_AGE_MS = 3_600_000;
const ASIDE_AGE_MS = 30 * 86_400_000;
const CACHE_FOLDER = "cache";

type AgeLimit = (name: string, platform: Platform) => number | undefined;

/** Removes what killed writers left, and broken files that nobody looked at for a month; call it under the lock. */
export function removeStaleFiles(state: StateFolder): void {
  removeOlder(state.platform, state.path, ageLimitOf);
  const cache = pathIn(state, CACHE_FOLDER);
  if (state.platform.files.lstat(cache)?.kind === "folder") removeStaleTemporaries(state.platform, cache);
}

/** Removes what writers left in a folder that were killed. */
export function removeStaleTemporaries(platform: Platform, folder: string): void {
  removeOlder(platform, folder, temporaryLimitOf);
}

function removeOlder(platform: Platform, folder: string, limitOf: AgeLimit): void {
  const { clock, files } = platform;
  const listing = files.readFolder(folder);
  if (!listing.isRead) return;
  for (const { name, kind } of listing.entries) {
    if (typeof name !== "string" || kind !== "file") continue;
    const limit = limitOf(name, platform);
    const stat = limit === undefined ? undefined : files.lstat(join(folder, name));
    if (limit === undefined || stat === undefined) continue;
    if (stat.modifiedMs + limit < clock.now()) files.removeFile(join(folder, name));
  }
}

/** A guard of the lock outlives a taker that was killed after it took the lock away. */
function ageLimitOf(name: string, platform: Platform): number | undefined {
  if (/^(changes-)?lock\./.test(name)) return TEMPORARY_AGE_MS;
  return name.includes(".corrupt-") ? ASIDE_AGE_MS : temporaryLimitOf(name, platform);
}

/** At once when its writer is dead; of one that lives, or of which nobody here knows, after an hour. */
function temporaryLimitOf(name: string, platform: Platform): number | undefined {
  const owner = platform.files.temporaryOwner(name);
  if (owner === undefined) return undefined;
  const isLeft = owner.processId !== undefined && hasEnded(owner.processId, platform);
  return isLeft ? Number.NEGATIVE_INFINITY : TEMPORARY_AGE_MS;
}
