import { referenceRule } from "./missing-reference.ts";

/** `-r` and `-c` of requirements files. */
export const requirementsIncludeMissing = referenceRule({
  rule: "requirements_include_missing",
  title: "A requirements file includes one that is not there",
  severity: "high",
  kinds: ["requirements"],
  inTemplates: "all",
  hint: "Add the file, or take the line out.",
});
