import type { Platform } from "../platform/types.ts";

/** Where git usually stands: PATH may hold none, or a wrapper that does not pass everything on. */
export const PROGRAMS = ["git", "/usr/bin/git", "/usr/local/bin/git", "/opt/homebrew/bin/git"];

/** Nothing that the repository configures may run. */
const NOTHING_RUNS = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];

/** And nothing of it is written. */
export const SAFE = ["--no-optional-locks", ...NOTHING_RUNS];

/** For an index that is ours to write: whole, for a split one has a part among the repository's own files. */
export const REFRESHING = [...NOTHING_RUNS, "-c", "core.splitIndex=false"];

/** Variables that choose another repository, or run something, are left out. */
export function gitEnvironment(platform: Platform): Record<string, string | undefined> {
  const { env } = platform.host;
  const passed = [
    "PATH",
    "HOME",
    "XDG_CONFIG_HOME",
    "USERPROFILE",
    "SystemRoot",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CONFIG_GLOBAL",
  ];
  return {
    ...Object.fromEntries(passed.map((name) => [name, env[name]])),
    GIT_OPTIONAL_LOCKS: "0",
    LC_ALL: "C",
  };
}
