import { dirname, join } from "node:path";
import { z } from "zod";
import type { Platform } from "../platform/types.ts";

const MAX_BYTES = 4_194_304;

const trustSchema = z.object({ schemaVersion: z.literal(1), trusted: z.record(z.string(), z.string()) });

/** True when this user recorded the file at this path with exactly this content. */
export function isTrusted(platform: Platform, absolutePath: string, text: string): boolean {
  const path = platform.files.realPath(absolutePath) ?? absolutePath;
  return Object.entries(readTrusted(platform)).some(
    ([known, hash]) => known === path && hash === platform.hash.sha256(text),
  );
}

/** Records a file's path and content hash in the user's own configuration folder. */
export function recordTrust(platform: Platform, absolutePath: string, text: string): void {
  const path = platform.files.realPath(absolutePath) ?? absolutePath;
  const trusted = { ...readTrusted(platform), [path]: platform.hash.sha256(text) };
  const file = fileOf(platform);
  platform.files.makeFolder(dirname(file), { mode: 0o700 });
  platform.files.writeAtomic(file, `${JSON.stringify({ schemaVersion: 1, trusted }, undefined, 2)}\n`, {
    mode: 0o600,
  });
}

function fileOf(platform: Platform): string {
  return join(platform.host.configFolder, "trust.json");
}

/** A store that cannot be read trusts nothing. */
function readTrusted(platform: Platform): Readonly<Record<string, string>> {
  const read = platform.files.readText(fileOf(platform), { maxBytes: MAX_BYTES });
  if (!read.isRead) return {};
  try {
    const checked = trustSchema.safeParse(JSON.parse(read.text));
    return checked.success ? checked.data.trusted : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
