import type { ConfigEntry } from "../../../model/config-entry.ts";
import { groupsBy, isInTemplateFolder, isTemplatePath } from "../../paths.ts";
import type { ConflictRule } from "../../rule.ts";
import { isOwn } from "./terraform-entries.ts";

/** One variable that two blocks of a folder declare. */
export const tfVariableTwice: ConflictRule = {
  rule: "tf_variable_twice",
  conflictType: "config_conflict",
  severity: "high",
  title: "A variable that is declared twice",
  reads: ["configuration"],
  strategies: ["priority", "merge", "timestamp", "manual", "keep_all"],
  evidence: { key: "the variable", folder: "the module" },
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
        // Each of them is for another folder, for another choice of who fills the template in, or shown on a page.
        ...(places.every(({ file }) => isTemplatePath(file) || isInTemplateFolder(file) || isShown(file))
          ? { severity: "low" as const }
          : {}),
      };
    }),
};

/** True below `docs/` and among the examples of a provider's pages, where each file is an example of its own. */
function isShown(file: string): boolean {
  return /(^|\/)((docs?|documentation)|examples\/(provider|resources|data-sources|ephemeral-resources|list-resources|functions|actions))\//.test(
    file,
  );
}

/** `override.tf` and `x_override.tf` change what other files declare, and are meant to. */
function isOverride({ source: { file = "" } }: ConfigEntry): boolean {
  return /(^|[/_])override\.tf(\.json)?$/.test(file);
}
