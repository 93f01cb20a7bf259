import { posix, win32 } from "node:path";
import type { Host, OperatingSystem } from "./types.ts";

/** What the system says of itself; everything else of a `Host` follows from it. */
export interface HostFacts {
  /** As `process.platform` spells it. */
  readonly platform: string;
  readonly architecture: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Used where the environment names no home. */
  readonly homeFolder: string;
  readonly workingFolder: string;
  readonly procFolder: string;
  readonly processId: number;
  readonly userId: number | undefined;
  readonly hostName: string;
}

const SYSTEMS: Readonly<Record<string, OperatingSystem | undefined>> = {
  linux: "linux",
  darwin: "macos",
  win32: "windows",
};

/** The machine as `orchestra` sees it: pure, so that the folders of every system can be tested on any. */
export function describeHost(facts: HostFacts): Host {
  const os = SYSTEMS[facts.platform] ?? "other";
  const homeFolder = (os === "windows" ? facts.env["USERPROFILE"] : facts.env["HOME"]) || facts.homeFolder;
  return {
    os,
    architecture: facts.architecture,
    env: facts.env,
    homeFolder,
    workingFolder: facts.workingFolder,
    cacheFolder: cacheFolderOf(os, facts.env, homeFolder),
    configFolder: configFolderOf(os, facts.env, homeFolder),
    procFolder: facts.procFolder,
    processId: facts.processId,
    userId: facts.userId,
    hostName: facts.hostName,
  };
}

type Variables = Readonly<Record<string, string | undefined>>;

/** The XDG base directory rules; a relative path in a variable is ignored, as they demand. */
function cacheFolderOf(os: OperatingSystem, env: Variables, home: string): string {
  const chosen = absolute(env["XDG_CACHE_HOME"]);
  if (chosen !== undefined) return posix.join(chosen, "orchestra");
  if (os === "macos") return posix.join(home, "Library", "Caches", "orchestra");
  if (os !== "windows") return posix.join(home, ".cache", "orchestra");
  return win32.join(env["LOCALAPPDATA"] || win32.join(home, "AppData", "Local"), "orchestra", "cache");
}

function configFolderOf(os: OperatingSystem, env: Variables, home: string): string {
  const chosen = absolute(env["XDG_CONFIG_HOME"]);
  if (chosen !== undefined) return posix.join(chosen, "orchestra");
  if (os === "macos") return posix.join(home, "Library", "Application Support", "orchestra");
  if (os !== "windows") return posix.join(home, ".config", "orchestra");
  return win32.join(env["APPDATA"] || win32.join(home, "AppData", "Roaming"), "orchestra");
}

function absolute(path: string | undefined): string | undefined {
  return path !== undefined && posix.isAbsolute(path) ? path : undefined;
}
