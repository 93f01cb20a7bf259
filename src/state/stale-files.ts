import type { StateFolder } from "./state-folder.ts";
import { pathIn } from "./state-folder.ts";

const TEMPORARY_AGE_MS = 3_600_000;
const ASIDE_AGE_MS = 30 * 86_400_000;

/** Removes what killed writers left, and broken files that nobody looked at for a month; call it under the lock. */
export function removeStaleFiles(state: StateFolder): void {
  const { clock, files } = state.platform;
  const listing = files.readFolder(state.path);
  if (!listing.isRead) return;
  for (const { name, kind } of listing.entries) {
    if (typeof name !== "string" || kind !== "file") continue;
    const limit = ageLimitOf(name);
    const stat = limit === undefined ? undefined : files.lstat(pathIn(state, name));
    if (limit === undefined || stat === undefined) continue;
    if (stat.modifiedMs + limit < clock.now()) files.removeFile(pathIn(state, name));
  }
}

function ageLimitOf(name: string): number | undefined {
  if (name.startsWith(".") && name.endsWith(".tmp")) return TEMPORARY_AGE_MS;
  return name.includes(".corrupt-") ? ASIDE_AGE_MS : undefined;
}
