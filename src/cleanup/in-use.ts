import { dirname } from "node:path";
import type { Platform } from "../platform/types.ts";

const MAX_BYTES = 67_108_864;

/** Paths below the root, relative to it, that some process stands in, has open, has mapped or runs; Linux alone tells. */
export function readUsedPaths(
  { files, host }: Platform,
  { root, ownProgram }: { readonly root: string; readonly ownProgram: string },
): readonly string[] {
  const used = new Set(programFolders(ownProgram));
  const listing = host.os === "linux" ? files.readFolder(host.procFolder) : undefined;
  for (const { name } of listing?.isRead === true ? listing.entries : []) {
    if (typeof name !== "string" || !/^\d+$/.test(name)) continue;
    const process = `${host.procFolder}/${name}`;
    for (const link of ["cwd", "exe", "root"]) add(used, files.readLink(`${process}/${link}`));
    const descriptors = files.readFolder(`${process}/fd`);
    if (descriptors.isRead)
      for (const { name: fd } of descriptors.entries)
        add(used, files.readLink(`${process}/fd/${String(fd)}`));
    const maps = files.readText(`${process}/maps`, { maxBytes: MAX_BYTES });
    if (maps.isRead)
      for (const [, path] of maps.text.matchAll(/^\S+(?: +\S+){4} +(\/.*)$/gm)) add(used, path);
  }
  const prefix = root === "/" ? "/" : `${root}/`;
  return [...used].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
}

/** True for a path that is used, or in which something is. */
export function holdsAny(path: string, paths: readonly string[]): boolean {
  return paths.some((one) => one === path || one.startsWith(`${path}/`));
}

/** What this program is loaded from, and the packages that it loads later. */
function programFolders(ownProgram: string): readonly string[] {
  const folders = [ownProgram];
  for (let folder = dirname(ownProgram); folder !== dirname(folder); folder = dirname(folder))
    folders.push(`${folder}/node_modules`);
  return folders;
}

function add(used: Set<string>, path: string | undefined): void {
  if (path?.startsWith("/") === true) used.add(path.replace(/ \(deleted\)$/, ""));
}
