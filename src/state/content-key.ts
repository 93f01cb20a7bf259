import type { Platform } from "../platform/types.ts";
import { readFingerprintKey } from "./fingerprint-key.ts";
import { pathIn, prepareFolder, type StateFolder } from "./state-folder.ts";

const NAME = "content-key";

/**
 * The key with which contents that changes replaced are sealed in `.orchestra/`; 64 hexadecimal digits. It is made of
 * this user's key, so that nobody can read them with the folder alone. Where that cannot be kept, as in a home that
 * may only be read, a key of the project's own stands in the folder: what was replaced must outlive this process.
 */
export function readContentKey(state: StateFolder): string {
  const { platform } = state;
  const own = platform.files.readText(pathIn(state, NAME), { maxBytes: 1_024 });
  if (own.isRead && /^[0-9a-f]{64}$/.test(own.text)) return own.text;
  const key = readFingerprintKey(platform);
  if (readFingerprintKey(platform) === key) return derive(platform, key);
  prepareFolder(state);
  const made = platform.random.hex(64);
  return platform.files.createExclusive(pathIn(state, NAME), made, { mode: 0o600 })
    ? made
    : readContentKey(state);
}

function derive(platform: Platform, key: string): string {
  return platform.hash.hmacSha256(key, "contents");
}
