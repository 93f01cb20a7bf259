import type { FileStat, Platform } from "../platform/types.ts";

/**
 * Says who besides the owner may read a file that holds a credential; undefined when nobody may or the system has no
 * such bits.
 */
export function describeExposure(stat: FileStat | undefined, platform: Platform): string | undefined {
  if (stat === undefined || platform.host.os === "windows") return undefined;
  if ((stat.mode & 0o004) !== 0) return `readable by every user of this machine (mode ${octal(stat.mode)})`;
  if ((stat.mode & 0o040) !== 0) return `readable by its group (mode ${octal(stat.mode)})`;
  return undefined;
}

function octal(mode: number): string {
  return mode.toString(8).padStart(4, "0");
}
