import { posix } from "node:path";
import type { Platform } from "../../../platform/types.ts";

/** Where a pyenv shim leads. */
export type ShimTarget =
  { readonly path: string; readonly pythonVersion: string } | { readonly missingFrom: string };

/**
 * Follows a shim of pyenv to the program that it would start outside any project: the version of PYENV_VERSION or of
 * `<root>/version`. Undefined for a path that is no shim.
 */
export function followPyenvShim(path: string, platform: Platform): ShimTarget | undefined {
  const match = /^(.*)\/shims\/([^/]+)$/.exec(path);
  const [, root = "", name = ""] = match ?? [];
  if (match === null || platform.files.stat(`${root}/versions`)?.kind !== "folder") return undefined;
  const versions = chosenVersions(root, platform);
  for (const version of versions) {
    const target = posix.join(root, "versions", version, "bin", name);
    if (platform.files.isExecutable(target)) return { path: target, pythonVersion: version };
  }
  return versions.length === 0 ? undefined : { missingFrom: versions.join(", ") };
}

function chosenVersions(root: string, platform: Platform): readonly string[] {
  const chosen = platform.host.env["PYENV_VERSION"];
  if (chosen !== undefined && chosen !== "") return chosen.split(":");
  const read = platform.files.readText(`${root}/version`, { maxBytes: 4_096 });
  const named = read.isRead ? read.text.split(/\s+/).filter(Boolean) : [];
  return named.filter((version) => version !== "system");
}
