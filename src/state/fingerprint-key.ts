import { join } from "node:path";
import type { Platform } from "../platform/types.ts";

const NAME = "fingerprint-key";
const DIGITS = 64;

/** The key of this user on this machine with which secrets are hashed; made at the first use, never shown. */
export function readFingerprintKey(platform: Platform): string {
  const path = join(platform.host.configFolder, NAME);
  const known = readKey(platform, path);
  if (known !== undefined) return known;
  platform.files.makeFolder(platform.host.configFolder, { mode: 0o700 });
  const made = platform.random.hex(DIGITS);
  if (!platform.files.createExclusive(path, made, { mode: 0o600 })) {
    const other = readKey(platform, path);
    if (other !== undefined) return other;
    platform.files.writeAtomic(path, made, { mode: 0o600 });
  }
  return made;
}

function readKey(platform: Platform, path: string): string | undefined {
  const read = platform.files.readText(path, { maxBytes: 1_024 });
  return read.isRead && /^[0-9a-f]{64}$/.test(read.text) ? read.text : undefined;
}
