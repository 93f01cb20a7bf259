import type { ReadFailureReason } from "./types.ts";

const REASONS: Readonly<Record<string, ReadFailureReason | undefined>> = {
  ENOENT: "missing",
  ENOTDIR: "missing",
  EACCES: "denied",
  EPERM: "denied",
  EISDIR: "not_a_file",
  ENXIO: "not_a_file",
};

/** The code that the system gave an error, such as `ENOENT`; undefined for errors that are none of the system's. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** Why a read failed. Rethrows what no system call throws. */
export function failureOf(error: unknown): ReadFailureReason {
  const code = codeOf(error);
  if (code === undefined) throw error;
  return REASONS[code] ?? "unreadable";
}
