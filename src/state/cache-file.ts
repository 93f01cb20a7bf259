import { dirname } from "node:path";
import { OrchestraError } from "../model/errors.ts";
import type { JsonValue } from "../model/json.ts";
import type { Platform } from "../platform/types.ts";
import { removeStaleTemporaries } from "./stale-files.ts";

const MAX_BYTES = 67_108_864;

/** A file that may vanish at any time: what cannot be read is empty. */
export function readCacheFile(platform: Platform, path: string): Readonly<Record<string, JsonValue>> {
  const read = platform.files.readText(path, { maxBytes: MAX_BYTES });
  if (!read.isRead) return {};
  try {
    const value: unknown = JSON.parse(read.text);
    return isJsonObject(value) ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

/** Writes it for its owner alone; a cache that cannot be written costs time, never the run. */
export function writeCacheFile(
  platform: Platform,
  path: string,
  value: Readonly<Record<string, JsonValue>>,
): void {
  try {
    platform.files.makeFolder(dirname(path), { mode: 0o700 });
    removeStaleTemporaries(platform, dirname(path));
    platform.files.writeAtomic(path, JSON.stringify(value), { mode: 0o600 });
  } catch (error) {
    if (!(error instanceof OrchestraError)) throw error;
  }
}

/** What `JSON.parse` gives holds JSON alone; only its outermost shape is open. */
function isJsonObject(value: unknown): value is Readonly<Record<string, JsonValue>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
