import type { ConfigEntry } from "../../../model/config-entry.ts";
import type { ConflictRule } from "../../rule.ts";
import { assignments } from "./terraform-entries.ts";

/** Variables without default, in a folder whose tfvars do not set them. */
export const requiredVariableUnset: ConflictRule = {
  rule: "required_variable_unset",
  conflictType: "config_conflict",
  severity: "low",
  title: "A variable that nothing sets",
  reads: ["configuration"],
  strategies: ["manual", "keep_all"],
  evidence: { key: "the variable", folder: "the module" },
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
