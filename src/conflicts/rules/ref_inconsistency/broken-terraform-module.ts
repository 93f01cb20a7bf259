import { referenceRule } from "./missing-reference.ts";

/** Modules of the tree that Terraform calls. */
export const brokenTerraformModule = referenceRule({
  rule: "broken_terraform_module",
  title: "A Terraform module that is not there",
  severity: "high",
  kinds: ["terraform"],
  inTemplates: "all",
  hint: "Mend the `source`: it has to name a folder with configuration in it.",
});
