import type { Platform } from "../platform/types.ts";
import { gitEnvironment, PROGRAMS, SAFE } from "./git-program.ts";

/** As many as fit into a command line everywhere, with paths of the usual length. */
const AT_ONCE = 1_000;
const MOST_CHARACTERS = 60_000;
const OPTIONS = { timeoutMs: 30_000, maxBytes: 16_777_216 };

/** Of some paths, which need not exist, those that git would ignore; none where there is no git. */
export async function pathsIgnoredByGit(
  platform: Platform,
  root: string,
  paths: readonly string[],
): Promise<ReadonlySet<string>> {
  const ignored: string[] = [];
  for (const batch of batches(paths)) ignored.push(...(await ask(platform, root, batch)));
  return new Set(ignored);
}

function batches(paths: readonly string[]): readonly (readonly string[])[] {
  const found: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const path of paths) {
    const last = found.at(-1);
    if (last === undefined || last.length >= AT_ONCE || length + path.length > MOST_CHARACTERS) {
      found.push([path]);
      length = path.length;
    } else {
      last.push(path);
      length += path.length;
    }
  }
  return found;
}

async function ask(platform: Platform, root: string, paths: readonly string[]): Promise<readonly string[]> {
  const question = [...SAFE, "-c", "core.quotePath=false", "check-ignore", "--no-index", "--", ...paths];
  const options = { ...OPTIONS, cwd: root, env: gitEnvironment(platform) };
  for (const program of PROGRAMS) {
    const run = await platform.processes.runForBytes(program, question, options);
    if (run.ended === "exited" && run.exitCode <= 1) return run.stdout.toString("utf8").split("\n");
    if (run.ended === "exited") return askApart(platform, root, paths);
    if (run.ended !== "not_found" && run.ended !== "denied") return [];
  }
  return [];
}

/** One path that git refuses, beyond a link or in a submodule, spoils the answer for all: it is looked for by halves. */
async function askApart(
  platform: Platform,
  root: string,
  paths: readonly string[],
): Promise<readonly string[]> {
  if (paths.length < 2) return [];
  const middle = paths.length >> 1;
  const first = await ask(platform, root, paths.slice(0, middle));
  return [...first, ...(await ask(platform, root, paths.slice(middle)))];
}

/** A path in a folder: `dist/` of a .gitignore is a folder, and of what is not there git only sees that by what would be in it. */
export function pathInside(folder: string): string {
  return `${folder}/made-later`;
}
