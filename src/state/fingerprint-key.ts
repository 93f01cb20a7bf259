import { join } from "node:path";
import { OrchestraError } from "../model/errors.ts";
import type { Platform } from "../platform/types.ts";

const NAME = "fingerprint-key";
const DIGITS = 64;

/**
 * The key of this user on this machine with which secrets are hashed; made at the first use, never shown. Where it
 * cannot be kept, as in a home that may only be read, each run has its own.
 */
export function readFingerprintKey(platform: Platform): string {
  const path = join(platform.host.configFolder, NAME);
  const known = readKey(platform, path);
  if (known !== undefined) return known;
  const made = platform.random.hex(DIGITS);
  try {
    return keep(platform, path, made);
  } catch (error) {
    if (error instanceof OrchestraError) return made;
    throw error;
  }
}

/** Another process may have made one meanwhile; a broken one is replaced. */
function keep(platform: Platform, path: string, made: string): string {
  platform.files.makeFolder(platform.host.configFolder, { mode: 0o700 });
  if (platform.files.createExclusive(path, made, { mode: 0o600 })) return made;
  const other = readKey(platform, path);
  if (other === undefined) platform.files.writeAtomic(path, made, { mode: 0o600 });
  return other ?? made;
}

function readKey(platform: Platform, path: string): string | undefined {
  const read = platform.files.readText(path, { maxBytes: 1_024 });
  return read.isRead && /^[0-9a-f]{64}$/.test(read.text) ? read.text : undefined;
}
