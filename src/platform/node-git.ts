import type { Git, GitStatus } from "./types.ts";

const TIMEOUT_MS = 4_000;

/** Git through simple-git: for the rare question of a person, not for listing. */
export function createNodeGit(): Git {
  return { readStatus };
}

async function readStatus(folder: string): Promise<GitStatus | undefined> {
  const { GitError, simpleGit } = await import("simple-git");
  const git = simpleGit({
    baseDir: folder,
    timeout: { block: TIMEOUT_MS },
    config: ["core.fsmonitor=false", "core.hooksPath=/dev/null"],
    unsafe: { allowUnsafeHooksPath: true, allowUnsafeFsMonitor: true },
  });
  try {
    const { current, ahead, behind, conflicted } = await git.status([
      "--untracked-files=no",
      "--ignore-submodules=all",
    ]);
    return { branch: current ?? undefined, ahead, behind, conflicted: conflicted.length };
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
