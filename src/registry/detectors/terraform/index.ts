import { defineDetector } from "../../define-detector.ts";
import { combineModules } from "./combine.ts";
import { extractTerraform } from "./extract.ts";

/** Terraform modules: one for each folder that holds `.tf` files. */
export const terraformDetector = defineDetector({
  id: "terraform",
  title: "Terraform modules",
  resourceTypes: ["terraform"],
  reads: ["*.tf", "*.tf.json", ".terraform.lock.hcl"],
  ttlSeconds: 3_600,
  files: {
    suffixes: [".tf", ".json", ".hcl"],
    accepts: (path) =>
      path.endsWith(".tf") || path.endsWith(".tf.json") || path.endsWith(".terraform.lock.hcl"),
    extract: extractTerraform,
    combine: combineModules,
  },
});
