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
  /** Paths of files that are not to be opened. */
  readonly except?: readonly string[];
}

/**
 * Paths of text files, tracked or not ignored, that hold a match, by `git grep`, which reads them many times faster
 * than a program of ours could; undefined where git cannot say.
 */
export async function searchByGit(
  platform: Platform,
  root: string,
  { pattern, suffixes = [""], except = [] }: TextSearch,
): Promise<ReadonlySet<string> | undefined> {
  const found = await grep({ platform, root }, ["-l"], { pattern, suffixes, except });
  return found === undefined ? undefined : new Set(found.split("\0").filter((path) => path !== ""));
}

/** A line that holds a match. */
export interface FoundLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

/** Lines that hold a match, by path; undefined where git cannot say. */
export async function searchLinesByGit(
  platform: Platform,
  root: string,
  { pattern, suffixes = [""], except = [] }: TextSearch,
): Promise<ReadonlyMap<string, readonly FoundLine[]> | undefined> {
  const found = await grep({ platform, root }, ["-n"], { pattern, suffixes, except });
  if (found === undefined) return undefined;
  const byPath = new Map<string, FoundLine[]>();
  for (const [, path = "", line = "", text = ""] of found.matchAll(/([^\0]+)\0(\d+)\0([^\n]*)\n/g)) {
    const lines = byPath.get(path);
    const one = { line: Number(line), text };
    if (lines === undefined) byPath.set(path, [one]);
    else lines.push(one);
  }
  return byPath;
}

/** Longer lines are made by tools, or mean no good. */
const LONGEST_LINE = 2_000;

/** The same one after the other, without lines that no person wrote; none where git cannot say. */
export async function searchWrittenLines(
  platform: Platform,
  root: string,
  search: TextSearch,
): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const found = await searchLinesByGit(platform, root, search);
  return [...(found ?? [])].flatMap(([path, lines]) =>
    lines.filter(({ text }) => text.length <= LONGEST_LINE).map(({ text }) => ({ path, text })),
  );
}

async function grep(
  { platform, root }: { readonly platform: Platform; readonly root: string },
  flags: readonly string[],
  { pattern, suffixes, except }: Required<TextSearch>,
): Promise<string | undefined> {
  const globs = suffixes.map((suffix) => `*${suffix}`);
  const common = [
    "grep",
    "-I",
    ...flags,
    "-z",
    "--untracked",
    "--no-color",
    "-E",
    "-e",
    pattern,
    "--",
    ...globs,
    ...except.map((path) => `:(exclude,literal)${path}`),
  ];
  const options = { cwd: root, timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES, env: gitEnvironment(platform) };
  for (const program of PROGRAMS) {
    const run = await platform.processes.runForBytes(program, [...SAFE, ...common], options);
    if (run.ended === "not_found" || run.ended === "denied") continue;
    return run.ended === "exited" && run.exitCode <= 1 ? run.stdout.toString("utf8") : undefined;
  }
  return undefined;
}

/** A text as a POSIX extended regular expression that matches it alone. */
export function literal(text: string): string {
  return text.replaceAll(/[^\w-]/g, (character) => `[${character === "^" ? "\\^" : character}]`);
}
