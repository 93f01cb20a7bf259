import type { ConfigEntry } from "../../../model/config-entry.ts";
import type { Snapshot } from "../../../model/snapshot.ts";
import { isMadeWrong } from "../../../model/made-wrong.ts";
import { groupsBy, isVendored } from "../../paths.ts";
import type { ConflictRule } from "../../rule.ts";

/** Values for variables that the folder does not declare. */
export const tfvarsUndeclared: ConflictRule = {
  rule: "tfvars_undeclared",
  conflictType: "config_conflict",
  severity: "medium",
  title: "A value for a variable that is not declared",
  find: ({ entries, files }) => {
    const declared = namesByScope(entries);
    const folders = foldersWithCode(files);
    return assignments(entries)
      .filter(({ scope, key }) => folders.has(scope) && declared.get(scope)?.has(key) !== true)
      .map(({ key, scope, source: { file = "", line = 1 } }) => ({
        about: [file, key],
        message: `${file} sets ${key}, which no file in ${scope} declares`,
        hint: "Declare the variable, mend its name, or take the line out.",
        places: [{ file, line, key }],
        evidence: { key, folder: scope },
      }));
  },
};

/** Values that their variable refuses. */
export const tfvarsTypeMismatch: ConflictRule = {
  rule: "tfvars_type_mismatch",
  conflictType: "config_conflict",
  severity: "high",
  title: "A value of another type than its variable",
  find: ({ typeFaults }) =>
    typeFaults.map(({ file, line, key, fault }) => ({
      about: [file, key],
      message: `${file} gives ${key} a value that its variable refuses: ${fault}`,
      hint: "Change the value, or the type of the variable.",
      places: [{ file, line, key }],
      evidence: { key, fault },
    })),
};

/** One variable that two blocks of a folder declare. */
export const tfVariableTwice: ConflictRule = {
  rule: "tf_variable_twice",
  conflictType: "config_conflict",
  severity: "high",
  title: "A variable that is declared twice",
  find: ({ entries }) =>
    groupsBy(
      entries.filter((entry) => entry.declaration !== undefined && isOwn(entry) && !isOverride(entry)),
      ({ scope, key }) => `${scope}\n${key}`,
    ).map((group) => {
      const places = group.map(({ key, source: { file = "", line = 1 } }) => ({ file, line, key }));
      const { key = "", scope = "." } = group[0] ?? {};
      return {
        about: [scope, key],
        message: `${key} is declared ${group.length} times in ${scope}`,
        hint: "Keep one of the blocks: Terraform refuses the folder.",
        places,
        evidence: { key, folder: scope },
      };
    }),
};

/** Variables without default, in a folder whose tfvars do not set them. */
export const requiredVariableUnset: ConflictRule = {
  rule: "required_variable_unset",
  conflictType: "config_conflict",
  severity: "low",
  title: "A variable that nothing sets",
  find: ({ entries }) => {
    const set = new Map<string, Set<string>>();
    for (const { scope, key } of assignments(entries)) set.set(scope, (set.get(scope) ?? new Set()).add(key));
    const run = new Set(
      assignments(entries)
        .filter(isLoadedAlways)
        .map(({ scope }) => scope),
    );
    return entries
      .filter(({ isUnset, declaration, scope, key }) => {
        const isDeclared = declaration !== undefined && isUnset === true;
        return isDeclared && run.has(scope) && set.get(scope)?.has(key) !== true;
      })
      .map(({ key, scope, source: { file = "", line = 1 } }) => ({
        about: [scope, key],
        message: `${key} has no default, and no tfvars file of ${scope} sets it`,
        hint: "Set it in terraform.tfvars, or give it a default.",
        places: [{ file, line, key }],
        evidence: { key, folder: scope },
      }));
  },
};

/** `terraform.tfvars` is where a folder keeps what it is run with. */
function isLoadedAlways({ layer, scope }: ConfigEntry): boolean {
  const isExample = /(^|\/)(examples?|samples?|tests?|fixtures?|templates?|docs?)(\/|$)/i.test(scope);
  return (layer === "terraform_tfvars" || layer === "terraform_tfvars_json") && !isExample;
}

function assignments(entries: readonly ConfigEntry[]): readonly ConfigEntry[] {
  return entries.filter((entry) =>
    entry.layer.includes("tfvars") || entry.layer === "terraform_var_file" ? isOwn(entry) : false,
  );
}

function isOwn({ source: { file = "" } }: ConfigEntry): boolean {
  return !isVendored(file) && !isMadeWrong(file);
}

/** `override.tf` and `x_override.tf` change what other files declare, and are meant to. */
function isOverride({ source: { file = "" } }: ConfigEntry): boolean {
  return /(^|[/_])override\.tf(\.json)?$/.test(file);
}

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
