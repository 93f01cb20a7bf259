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
    const folders = [...new Set(kept.flatMap(foldersOf))];
    const ofFolders = groupsBy(folders, folded).filter(isFirstDifference);
    const inFolders = groupsBy(kept, folded).filter(isFirstDifference);
    return [...ofFolders, ...inFolders].map(toFinding);
  },
};

/** The same letters for every system: composed, without case. */
function folded(path: string): string {
  return path.normalize("NFC").toLowerCase().replaceAll("ß", "ss");
}

function foldersOf(path: string): readonly string[] {
  const steps = path.split("/").slice(0, -1);
  return steps.map((_, at) => steps.slice(0, at + 1).join("/"));
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
