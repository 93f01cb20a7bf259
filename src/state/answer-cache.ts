import { join } from "node:path";
import type { JsonValue } from "../model/json.ts";
import type { Platform } from "../platform/types.ts";
import { readCacheFile, writeCacheFile } from "./cache-file.ts";

const NAME = "answers.json";
const MOST_ENTRIES = 5_000;

/** Answers that are expensive to get again, kept for this user; never a secret. */
export interface SavedAnswerCache {
  get(key: string): JsonValue | undefined;
  set(key: string, value: JsonValue): void;
  /** Writes what changed; a cache that cannot be written is left as it is. */
  save(): void;
}

/** Opens the user's cache; one that is broken, or not there, is empty. */
export function openAnswerCache(platform: Platform): SavedAnswerCache {
  const path = join(platform.host.cacheFolder, NAME);
  const entries = new Map(Object.entries(readCacheFile(platform, path)));
  let isChanged = false;
  return {
    get: (key) => entries.get(key),
    set: (key, value) => {
      entries.delete(key);
      entries.set(key, value);
      isChanged = true;
    },
    save: () => {
      if (isChanged) writeCacheFile(platform, path, Object.fromEntries([...entries].slice(-MOST_ENTRIES)));
      isChanged = false;
    },
  };
}
