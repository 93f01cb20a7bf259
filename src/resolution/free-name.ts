import { posix } from "node:path";
import type { StagedTree } from "./types.ts";

/** A path beside another one that no system has yet: `notes-2.md`, `oven_2.py`. */
export function freeName(path: string, tree: StagedTree): string {
  const taken = foldedPaths(tree);
  const folder = posix.dirname(path);
  const [, stem = "", ending = ""] = /^(\.?[^.]*)(.*)$/s.exec(posix.basename(path)) ?? [];
  const mark = ending.startsWith(".py") || stem.includes("_") ? "_" : "-";
  for (let number = 2; ; number += 1) {
    const found = posix.join(folder, `${stem}${mark}${number}${ending}`);
    if (!taken.has(folded(found))) return found;
  }
}

/** Files and folders of the tree as a system has them that knows no letter case. */
export function foldedPaths(tree: StagedTree): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const path of tree.list()) {
    for (let at = path; at !== "." && !taken.has(folded(at)); at = posix.dirname(at)) taken.add(folded(at));
  }
  return taken;
}

/** The same letters for every system: composed, without case. */
export function folded(path: string): string {
  return path.normalize("NFC").toLowerCase().replaceAll("ß", "ss");
}
