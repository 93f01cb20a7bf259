import { posix, win32 } from "node:path";
import type { Platform } from "../platform/types.ts";
import { showPath } from "./place.ts";
import type { DetectContext } from "./types.ts";

/** A path inside the home folder, in the system's own spelling. */
export function homePath(platform: Platform, ...parts: readonly string[]): string {
  return joinPath(platform, platform.host.homeFolder, ...parts);
}

/** A path inside `$XDG_CONFIG_HOME`, else `~/.config`; on Windows inside `%APPDATA%`. */
export function userConfigPath(platform: Platform, ...parts: readonly string[]): string {
  const { env, os } = platform.host;
  const chosen = os === "windows" ? env["APPDATA"] : env["XDG_CONFIG_HOME"];
  if (chosen !== undefined && chosen !== "") return joinPath(platform, chosen, ...parts);
  return os === "windows"
    ? homePath(platform, "AppData", "Roaming", ...parts)
    : homePath(platform, ".config", ...parts);
}

/** The absolute path that an environment variable names; undefined when it is not set or empty. */
export function variablePath(platform: Platform, name: string): string | undefined {
  const value = platform.host.env[name];
  return value === undefined || value === "" ? undefined : absolutePath(platform, value);
}

/**
 * True for the value of a variable that reads like the path of a file. Some people put the secret itself where its
 * path belongs, so other values must not be shown.
 */
export function looksLikePath(value: string): boolean {
  const isOneLine = value.length < 1_024 && !/[\r\n{}"=]/.test(value);
  const isRooted = /^(~?[/\\]|\.{1,2}[/\\]|[A-Za-z]:[/\\])/.test(value);
  return isOneLine && (isRooted || /\.(json|pem|pfx|p12|crt|key|keys|txt|token|pgpass|ya?ml)$/i.test(value));
}

/** A path as a person writes it, made absolute: `~` is the home folder, the rest starts from the working folder. */
export function absolutePath(platform: Platform, path: string, folder?: string): string {
  const { homeFolder, workingFolder } = platform.host;
  if (path === "~") return homeFolder;
  if (/^~[/\\]/.test(path)) return joinPath(platform, homeFolder, path.slice(2));
  return pathOf(platform).resolve(folder ?? workingFolder, path);
}

/** Joins in the system's own spelling, whatever system this program was built on. */
export function joinPath(platform: Platform, ...parts: readonly string[]): string {
  return pathOf(platform).join(...parts);
}

/** The folder that a path is in. */
export function folderOf(platform: Platform, path: string): string {
  return pathOf(platform).dirname(path);
}

/** A path as a resource shows it: relative to the root inside the tree, `~/…` at home, otherwise absolute. */
export function placeOf(path: string, { platform, workspace }: DetectContext): string {
  return pathInTree(path, { platform, workspace }) ?? showPath(path, platform);
}

/** The path relative to the root with `/`; undefined for the root itself and all outside of it. */
export function pathInTree(
  path: string,
  { platform, workspace }: Pick<DetectContext, "platform" | "workspace">,
): string | undefined {
  const relative = pathOf(platform).relative(workspace.root, path).replaceAll("\\", "/");
  const isOutside = relative === "" || relative === ".." || relative.startsWith("../");
  return isOutside || pathOf(platform).isAbsolute(relative) ? undefined : relative;
}

function pathOf(platform: Platform): typeof posix {
  return platform.host.os === "windows" ? win32 : posix;
}
