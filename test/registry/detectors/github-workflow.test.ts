import { rmSync } from "node:fs";
import { join } from "node:path";
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
    "github_action Twice (same-again.yml) - available .github/workflows/same-again.yml:1",
    "github_action Twice (same.yml) - available .github/workflows/same.yml:1",
    "github_action reuse.yaml - degraded .github/workflows/reuse.yaml:1",
  ]);
  expect(metadataOf(report, "Bake")).toEqual({
    kind: "workflow",
    triggers: ["push", "schedule"],
    schedules: ["0 4 * * *"],
    jobs: ["bread", "deliver"],
    actions: [
      { uses: "actions/checkout@v4", pinned: "tag", line: 14 },
      { uses: "actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020", pinned: "sha", line: 15 },
      { uses: "./.github/actions/heat", pinned: "local", line: 16 },
      { uses: "docker://alpine:3.20", pinned: "docker", line: 17 },
    ],
    reusableWorkflows: [
      {
        job: "deliver",
        uses: "bakery/shared/.github/workflows/deliver.yml@main",
        pinned: "branch",
        line: 23,
      },
    ],
    isReusable: false,
    environments: ["production"],
    permissions: { contents: "read" },
    secrets: ["DEPLOY_KEY", "OTHER_KEY"],
    variables: ["REGION"],
    inheritsSecrets: true,
  });
  expect(metadataOf(report, "reuse.yaml")["isReusable"]).toBe(true);
  expect(metadataOf(report, "Twice (same.yml)")).toMatchObject({
    triggers: ["push"],
    environments: ["staging"],
    actions: [{ pinned: "branch" }],
  });
  expect(metadataOf(report, "Heat the oven")).toMatchObject({
    kind: "composite",
    inputs: ["degrees"],
    actions: [{ pinned: "branch" }],
  });
});

test("a file that is no workflow is degraded, with its place; verification sees it go", async () => {
  const bench = await createBench({
    project: {
      ".github/workflows/list.yml": "- one\n- two\n",
      ".github/workflows/empty.yml": "",
      ".github/workflows/shapes.yml":
        "name: [1]\non: { push: 7 }\njobs: { one: 3, two: { steps: { uses: x } } }\n",
      "oven/action.yml": "name: not an action\n",
    },
  });
  const report = await bench.detect(githubWorkflowDetector);
  expect(linesOf(report)).toEqual([
    "github_action empty.yml - degraded .github/workflows/empty.yml:1",
    "github_action list.yml - degraded .github/workflows/list.yml:1",
    "github_action shapes.yml - available .github/workflows/shapes.yml:1",
  ]);
  const resource = report.resources.find(({ name }) => name === "list.yml");
  if (resource === undefined) throw new Error("not found");
  expect(await githubWorkflowDetector.verify?.(resource, bench.context)).toMatchObject({
    status: "degraded",
  });
  rmSync(join(bench.root, ".github"), { recursive: true });
  expect(await githubWorkflowDetector.verify?.(resource, bench.context)).toMatchObject({ status: "missing" });
});
