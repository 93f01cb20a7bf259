import type { ConfigEntry } from "../../../model/config-entry.ts";
import type { Snapshot } from "../../../model/snapshot.ts";
import type { ConflictRule } from "../../rule.ts";
import { assignments } from "./terraform-entries.ts";

/** Values for variables that the folder does not declare. */
export const tfvarsUndeclared: ConflictRule = {
  rule: "tfvars_undeclared",
  conflictType: "config_conflict",
  severity: "medium",
  title: "A value for a variable that is not declared",
  reads: ["configuration"],
  strategies: ["manual", "keep_all"],
  evidence: { key: "the variable", folder: "the module" },
  find: ({ entries, files, parseProblems }) => {
    // Of a file that cannot be read, nobody knows what it sets.
    const unread = new Set(parseProblems.map(({ file }) => file));
    const declared = namesByScope(entries);
    const folders = foldersWithCode(files);
    return assignments(entries)
      .filter(({ source: { file = "" } }) => !unread.has(file))
      .filter(({ scope, key }) => folders.has(scope) && declared.get(scope)?.has(key) !== true)
      .map(({ key, scope, source: { file = "", line = 1 } }) => ({
        about: [file, key],
        message: `${file} sets ${key}, which no file in ${scope} declares`,
        hint: "Declare the variable, mend its name, or take the line out.",
        places: [{ file, line, key }],
        evidence: { key, folder: scope },
        // Where nothing is declared, the values are for a module that they are handed to.
        ...(declared.has(scope) ? {} : { severity: "low" as const }),
      }));
  },
};

function namesByScope(entries: readonly ConfigEntry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const { declaration, scope, key } of entries) {
    if (declaration !== undefined) names.set(scope, (names.get(scope) ?? new Set()).add(key));
  }
  return names;
}

function foldersWithCode(files: Snapshot["files"]): ReadonlySet<string> {
  return new Set(
    files
      .filter(({ path }) => /\.(tf|tofu)(\.json)?$/.test(path))
      .map(({ path }) => (path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".")),
  );
}
