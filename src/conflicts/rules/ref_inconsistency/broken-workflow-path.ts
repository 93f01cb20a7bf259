import { referenceRule } from "./missing-reference.ts";

/** Local actions, working directories, scripts and version files of GitHub workflows. */
export const brokenWorkflowPath = referenceRule({
  rule: "broken_workflow_path",
  title: "A workflow names a path that is not there",
  severity: "high",
  kinds: ["workflow"],
  hint: "Add what is named, or mend the path: it is relative to the top of the repository.",
});
