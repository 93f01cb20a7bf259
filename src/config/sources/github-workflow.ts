import { itemsOf, membersOf, nodeAt } from "../../workspace/parsers/navigate.ts";
import type { DocumentMember } from "../../model/document.ts";
import { deploymentSource, given } from "./deployment.ts";
import { flatten } from "./flatten.ts";
import type { FoundValue } from "./types.ts";

/** `env` of workflows, their jobs and steps. */
export const githubWorkflowSource = deploymentSource({
  kind: "github_workflow",
  accepts: (path) => /^\.github\/workflows\/[^/]+\.ya?ml$/i.test(path),
  read: (root) => [
    ...given("", flatten(nodeAt(root, "env"))),
    ...membersOf(nodeAt(root, "jobs")).flatMap(readJob),
  ],
});

function readJob({ key, value }: DocumentMember): readonly FoundValue[] {
  const steps = itemsOf(nodeAt(value, "steps"));
  return [
    ...given(key, flatten(nodeAt(value, "env"))),
    ...steps.flatMap((step, index) => given(`${key}/${index + 1}`, flatten(nodeAt(step, "env")))),
  ];
}
