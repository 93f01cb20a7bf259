import { posix, win32, type PlatformPath } from "node:path";
import type { Platform } from "../../../platform/types.ts";
import type { DetectContext } from "../../types.ts";

/** The rules of paths on this machine. */
export function pathsOf(platform: Platform): PlatformPath {
  return platform.host.os === "windows" ? win32 : posix;
}

/** A path with `/` between its parts, for comparing. */
export function withSlashes(path: string): string {
  return path.replaceAll("\\", "/");
}

/** The folder that a variable names, when it names an absolute one; else `fallback` inside the home folder. */
export function folderOf(platform: Platform, variable: string, ...fallback: readonly string[]): string {
  const path = pathsOf(platform);
  const chosen = platform.host.env[variable];
  if (chosen !== undefined && path.isAbsolute(chosen)) return path.normalize(chosen);
  return path.join(platform.host.homeFolder, ...fallback);
}

/**
 * True for what the repository brings along or a package put beside it: nobody asked for that to be run. Where the
 * project is the home folder itself, only packages count.
 */
export function isOfProject(path: string, context: Pick<DetectContext, "platform" | "workspace">): boolean {
  const place = withSlashes(path);
  if (place.includes("/node_modules/.bin/") || place.endsWith("/node_modules/.bin")) return true;
  const home = withSlashes(context.platform.host.homeFolder);
  const { root, repository } = context.workspace;
  return [root, repository?.workTree]
    .flatMap((folder) => (folder === undefined ? [] : [withSlashes(folder).replace(/\/+$/, "")]))
    .some((folder) => isWithin(place, folder) && !isWithin(home, folder));
}

/** The folders from the project's root up to the top of the disk, nearest first. */
export function foldersUpwards(context: Pick<DetectContext, "platform" | "workspace">): readonly string[] {
  const path = pathsOf(context.platform);
  const folders = [context.workspace.root];
  for (;;) {
    const last = folders.at(-1) ?? "";
    const parent = path.dirname(last);
    if (parent === last || folders.length > 64) return folders;
    folders.push(parent);
  }
}

function isWithin(place: string, folder: string): boolean {
  return place === folder || place.startsWith(`${folder}/`);
}
