import { expect, test } from "vitest";
import { githubWorkflowDetector } from "../../../src/registry/detectors/github-workflow/index.ts";
import { createBench } from "../../support/detector-bench.ts";
import { linesOf, metadataOf } from "../../support/report.ts";

test("workflows and actions with all that they name", async () => {
  const bench = await createBench({ fixture: "github-workflow" });
  const report = await bench.detect(githubWorkflowDetector);
  expect(linesOf(report)).toEqual([
    "github_action Bake - available .github/workflows/bake.yml:1",
    "github_action Heat the oven - available .github/actions/heat/action.yml:1",
    "github_action reuse.yaml - available .github/workflows/reuse.yaml:1",
  ]);
  expect(metadataOf(report, "Bake")).toEqual({
    triggers: ["push", "schedule"],
    schedules: ["0 4 * * *"],
    jobs: ["bread", "deliver"],
    actions: [
      { uses: "actions/checkout@v4", pinned: "tag", line: 12 },
      { uses: "actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020", pinned: "sha", line: 13 },
      { uses: "./.github/actions/heat", pinned: "local", line: 14 },
      { uses: "docker://alpine:3.20", pinned: "docker", line: 15 },
    ],
    reusableWorkflows: ["bakery/shared/.github/workflows/deliver.yml@main"],
    isReusable: false,
    environments: ["production"],
    secrets: ["DEPLOY_KEY", "OTHER_KEY"],
    variables: ["REGION"],
    inheritsSecrets: true,
  });
  expect(metadataOf(report, "reuse.yaml")["isReusable"]).toBe(true);
  expect(metadataOf(report, "Heat the oven")).toMatchObject({
    inputs: ["degrees"],
    actions: [{ pinned: "branch" }],
  });
});
