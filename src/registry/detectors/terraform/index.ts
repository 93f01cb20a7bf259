import { defineDetector } from "../../define-detector.ts";
import { verifyDeclared } from "../../verify-declared.ts";
import { combineModules } from "./combine.ts";
import { extractTerraform } from "./extract.ts";

/** Terraform modules: one for each folder that holds `.tf` files. The one at the root of the tree is named `root`. */
export const terraformDetector = defineDetector({
  id: "terraform",
  title: "Terraform modules",
  resourceTypes: ["terraform"],
  reads: ["*.tf", "*.tf.json", ".terraform.lock.hcl", "*.tfvars and *.tfvars.json (that they are there)"],
  ttlSeconds: 3_600,
  files: {
    names: [".terraform.lock.hcl"],
    suffixes: [".tf", ".tfvars", ".json"],
    accepts: (path) => !path.endsWith(".json") || /\.(tf|tfvars)\.json$/.test(path),
    extract: extractTerraform,
    combine: combineModules,
  },
  verify: verifyDeclared,
});
