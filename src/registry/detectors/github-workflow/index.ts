import { defineDetector } from "../../define-detector.ts";
import { verifyDeclared } from "../../verify-declared.ts";
import { combineWorkflows, extractWorkflow, isWorkflowOrAction } from "./extract.ts";

/** Workflows of GitHub Actions, and actions of the repository's own. */
export const githubWorkflowDetector = defineDetector({
  id: "github-workflow",
  title: "GitHub workflows",
  resourceTypes: ["github_action"],
  reads: [".github/workflows/*.yml and *.yaml", "action.yml and action.yaml"],
  ttlSeconds: 3_600,
  files: {
    suffixes: [".yml", ".yaml"],
    accepts: isWorkflowOrAction,
    extract: extractWorkflow,
    combine: combineWorkflows,
  },
  verify: verifyDeclared,
});
