import type { Platform } from "../platform/types.ts";
import { gitEnvironment, PROGRAMS, SAFE } from "./git-program.ts";

const TIMEOUT_MS = 60_000;
const MAX_BYTES = 268_435_456;

/** What is looked for, and in which files. */
export interface TextSearch {
  /** POSIX extended regular expression. */
  readonly pattern: string;
  /** Ends of file names: `.ts`; every file when left out. */
  readonly suffixes?: readonly string[];
}

/**
 * Paths of text files, tracked or not ignored, that hold a match, by `git grep`, which reads them many times faster
 * than a program of ours could; undefined where git cannot say.
 */
export async function searchByGit(
  platform: Platform,
  root: string,
  { pattern, suffixes = [""] }: TextSearch,
): Promise<ReadonlySet<string> | undefined> {
  const globs = suffixes.map((suffix) => `*${suffix}`);
  const grep = ["grep", "-I", "-l", "-z", "--untracked", "--no-color", "-E", "-e", pattern, "--", ...globs];
  const options = { cwd: root, timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES, env: gitEnvironment(platform) };
  for (const program of PROGRAMS) {
    const run = await platform.processes.runForBytes(program, [...SAFE, ...grep], options);
    if (run.ended === "not_found" || run.ended === "denied") continue;
    if (run.ended !== "exited" || run.exitCode > 1) return undefined;
    return new Set(
      run.stdout
        .toString("utf8")
        .split("\0")
        .filter((path) => path !== ""),
    );
  }
  return undefined;
}
