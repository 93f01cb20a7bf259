import { referenceRule } from "./missing-reference.ts";

/** Modules of the tree that Terraform calls. */
export const brokenTerraformModule = referenceRule({
  rule: "broken_terraform_module",
  title: "A Terraform module that is not there",
  severity: "high",
  kinds: ["terraform"],
  inTemplates: "all",
  // Copied into a module before they are used.
  lighter: ({ file }) => (/(^|\/)mixins?\/|\.mixin\.(tf|tofu)$/.test(file) ? "low" : undefined),
  hint: "Mend the `source`: it has to name a folder with configuration in it.",
});
