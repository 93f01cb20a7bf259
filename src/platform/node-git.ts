import type { SimpleGit } from "simple-git";
import type { Git, GitStatus } from "./types.ts";

const TIMEOUT_MS = 4_000;

/** Git through simple-git: for the rare question of a person, not for listing. */
export function createNodeGit(): Git {
  return { readStatus, readDirty };
}

function readStatus(folder: string): Promise<GitStatus | undefined> {
  return ask(folder, async (git) => {
    const { current, ahead, behind, conflicted } = await git.status([
      "--untracked-files=no",
      "--ignore-submodules=all",
    ]);
    return { branch: current ?? undefined, ahead, behind, conflicted: conflicted.length };
  });
}

/** Everything tracked that is not clean, of which the asked ones are picked: a thousand paths make no command line. */
async function readDirty(folder: string, paths: readonly string[]): Promise<readonly string[] | undefined> {
  const lines = await ask(folder, (git) =>
    git.raw(
      "status",
      "--porcelain",
      "-z",
      "--no-renames",
      "--untracked-files=no",
      "--ignore-submodules=all",
      ".",
    ),
  );
  const prefix = await ask(folder, (git) => git.revparse(["--show-prefix"]));
  if (lines === undefined || prefix === undefined) return undefined;
  const dirty = new Set(lines.split("\0").map((line) => line.slice(3)));
  return paths.filter((path) => dirty.has(`${prefix}${path}`));
}

/** Undefined where git is missing or refuses. */
async function ask<T>(folder: string, work: (git: SimpleGit) => Promise<T>): Promise<T | undefined> {
  const { GitError, simpleGit } = await import("simple-git");
  const git = simpleGit({
    baseDir: folder,
    timeout: { block: TIMEOUT_MS },
    config: ["core.fsmonitor=false", "core.hooksPath=/dev/null"],
    unsafe: { allowUnsafeHooksPath: true, allowUnsafeFsMonitor: true },
  });
  try {
    return await work(git);
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
