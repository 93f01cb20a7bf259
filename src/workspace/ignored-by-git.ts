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
    if (run.ended === "exited") return run.stdout.toString("utf8").split("\n");
    if (run.ended !== "not_found" && run.ended !== "denied") return [];
  }
  return [];
}
