import type { Platform } from "../platform/types.ts";

const MAX_BYTES = 16_777_216;

/**
 * Where other file systems begin below the root, relative to it; Linux alone tells. A folder that is bound to another
 * place has the device of that place, which may be the root's own: only this table shows it.
 */
export function readMountPoints({ files, host }: Platform, root: string): readonly string[] {
  if (host.os !== "linux") return [];
  const read = files.readText(`${host.procFolder}/self/mountinfo`, { maxBytes: MAX_BYTES });
  if (!read.isRead) return [];
  const prefix = root === "/" ? "/" : `${root}/`;
  return read.text
    .split("\n")
    .map((line) => unescape(line.split(" ")[4] ?? ""))
    .filter((path) => path.startsWith(prefix) && path !== prefix)
    .map((path) => path.slice(prefix.length));
}

/** The kernel writes space, tab, line break and backslash as octal numbers. */
function unescape(text: string): string {
  return text.replaceAll(/\\([0-7]{3})/g, (_all, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}
