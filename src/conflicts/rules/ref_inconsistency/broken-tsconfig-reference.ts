import { isTemplatePath } from "../../paths.ts";
import { referenceRule } from "./missing-reference.ts";

/** `extends`, `references`, `files` and `paths`. */
export const brokenTsconfigReference = referenceRule({
  rule: "broken_tsconfig_reference",
  title: "A tsconfig names a file that is not there",
  severity: "high",
  kinds: ["tsconfig"],
  hint: "Mend the path, or take the entry out.",
  // A path is only missed where something is imported by that name, and a folder's often stays behind when the folder
  // goes; what is missed in a template, its tool may add.
  lighter: ({ file, what, target }) => {
    if (isTemplatePath(file) || (what === "path" && target.endsWith("/*"))) return "low";
    return what === "path" ? "medium" : undefined;
  },
});
