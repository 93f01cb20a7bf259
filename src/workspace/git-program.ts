import type { Platform } from "../platform/types.ts";

/** Where git usually stands: PATH may hold none, or a wrapper that does not pass everything on. */
export const PROGRAMS = ["git", "/usr/bin/git", "/usr/local/bin/git", "/opt/homebrew/bin/git"];

/** Nothing that the repository configures may run, and nothing of it is written. */
export const SAFE = ["--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];

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
