import type { Platform } from "../platform/types.ts";
import { gitEnvironment, PROGRAMS, SAFE } from "./git-program.ts";

const AT_ONCE = 200;
const OPTIONS = { timeoutMs: 30_000, maxBytes: 16_777_216 };

/** Of some paths, which need not exist, those that git would ignore; none where there is no git. */
export async function pathsIgnoredByGit(
  platform: Platform,
  root: string,
  paths: readonly string[],
): Promise<ReadonlySet<string>> {
  const ignored: string[] = [];
  for (let from = 0; from < paths.length; from += AT_ONCE) {
    ignored.push(...(await ask(platform, root, paths.slice(from, from + AT_ONCE))));
  }
  return new Set(ignored);
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
