import type { Platform } from "../platform/types.ts";

/** A path as it is shown: `~/…` inside the home folder, otherwise as it is, always with `/`. */
export function showPath(absolutePath: string, platform: Platform): string {
  const path = withSlashes(absolutePath);
  const home = withSlashes(platform.host.homeFolder);
  if (home === "" || home === "/") return path;
  if (path === home) return "~";
  return path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}

/** The absolute path that `showPath` showed. */
export function expandPath(shownPath: string, platform: Platform): string {
  if (shownPath === "~") return platform.host.homeFolder;
  return shownPath.startsWith("~/") ? platform.host.homeFolder + shownPath.slice(1) : shownPath;
}

function withSlashes(path: string): string {
  return path.replaceAll("\\", "/");
}
