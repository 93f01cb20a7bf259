import { folderOf, groupsBy, isVendored } from "../../paths.ts";
import type { ConflictFinding } from "../../../model/conflict.ts";
import type { ConflictRule } from "../../rule.ts";

/** Paths that are one path where letter case or the form of accents does not count. */
export const caseCollision: ConflictRule = {
  rule: "case_collision",
  conflictType: "file_conflict",
  severity: "high",
  title: "Paths that differ in case only",
  reads: [],
  strategies: ["rename", "manual", "keep_all"],
  evidence: {},
  find: ({ files }) => {
    const kept = files
      .filter(({ path, state }) => state !== "ignored" && !isVendored(path))
      .map(({ path }) => path);
    return [...collisions(foldersOf(kept)), ...collisions(kept)].map(toFinding);
  },
};

/** That there are none is told without making a group of each path. */
function collisions(paths: readonly string[]): readonly (readonly string[])[] {
  if (new Set(paths.map(folded)).size === paths.length) return [];
  return groupsBy(paths, folded).filter(isFirstDifference);
}

/** The same letters for every system: composed, without case. */
function folded(path: string): string {
  return path.normalize("NFC").toLowerCase().replaceAll("ß", "ss");
}

/** Of sorted paths, most stand in the folder of the one before. */
function foldersOf(paths: readonly string[]): readonly string[] {
  const folders = new Set<string>();
  let before = ".";
  for (const path of paths) {
    const own = folderOf(path);
    if (own === before) continue;
    before = own;
    for (let folder = own; folder !== "." && !folders.has(folder); folder = folderOf(folder))
      folders.add(folder);
  }
  return [...folders];
}

/** What stands below two folders that collide is no collision of its own. */
function isFirstDifference(paths: readonly string[]): boolean {
  return new Set(paths.map(folderOf)).size === 1;
}

function toFinding(paths: readonly string[]): ConflictFinding {
  return {
    about: paths,
    message: `${paths.join(" and ")} are one path on macOS and Windows`,
    hint: "Rename one of them: there only one of the two can be checked out.",
    places: paths.map((file) => ({ file })),
    evidence: {},
  };
}
