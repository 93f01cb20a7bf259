import type { Platform } from "../platform/types.ts";

/** Contents by id: those of this run, and those that packs keep. */
export interface Contents {
  /** Remembers some bytes for this run; gives their id. */
  remember(bytes: Buffer): string;
  /** Undefined when nobody has them. */
  find(id: string): Buffer | undefined;
}

/** The key with which contents are named and sealed. 64 hexadecimal digits. */
export type ContentKey = string;

/** Finds in its own memory first, then where `others` look. */
export function createContents(
  platform: Platform,
  key: ContentKey,
  others: (id: string) => Buffer | undefined = () => undefined,
): Contents {
  const known = new Map<string, Buffer>();
  return {
    remember: (bytes) => {
      const id = contentId(platform, key, bytes);
      known.set(id, bytes);
      return id;
    },
    find: (id) => known.get(id) ?? others(id),
  };
}

/** Keyed, so that nobody without the key can try contents: a file may hold nothing but a password. */
export function contentId(platform: Platform, key: ContentKey, bytes: Buffer): string {
  return platform.hash.hmacSha256(key, platform.hash.sha256(bytes));
}

/** Tells keys apart without saying anything of them. */
export function keyCheckOf({
  platform,
  key,
}: {
  readonly platform: Platform;
  readonly key: ContentKey;
}): string {
  return contentId(platform, key, Buffer.from("orchestra")).slice(0, 16);
}
