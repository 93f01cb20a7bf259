import { expect, test } from "vitest";
import { gcpDeclaredDetector } from "../../../src/registry/detectors/gcp-declared/index.ts";
import { createBench } from "../../support/detector-bench.ts";
import { linesOf, metadataOf } from "../../support/report.ts";

test("APIs and services that the repository declares under names that are written out", async () => {
  const bench = await createBench({ fixture: "gcp-declared" });
  const report = await bench.detect(gcpDeclaredDetector);
  expect(linesOf(report)).toEqual([
    "gcp_api artifactregistry - unknown infra/lists.tf:3",
    "gcp_api cloudbuild - unknown infra/apis.tf:12",
    "gcp_api eventarc - unknown infra/apis.tf:18",
    "gcp_api iam - unknown apis.tf:20",
    "gcp_api pubsub - unknown apis.tf:10",
    "gcp_api redis - unknown deploy/api.yaml:4",
    "gcp_api run - unknown apis.tf:2",
    "gcp_api secretmanager - unknown infra/lists.tf:4",
    "gcp_api sqladmin - unknown apis.tf:2",
    "gcp_api storage - unknown apis.tf:6",
    "gcp_service appengine:shop python312 unknown app.yaml:1",
    "gcp_service bucket:bakery-bread - unknown apis.tf:23",
    "gcp_service build:cloudbuild.yaml - unknown cloudbuild.yaml:1",
    "gcp_service pubsub:orders - unknown infra/topic.tf.json:4",
    "gcp_service run-job:proof - unknown deploy/service.yaml:16",
    "gcp_service run:oven - unknown deploy/service.yaml:4",
  ]);
  expect(metadataOf(report, "run")["places"]).toEqual([
    { file: "apis.tf", line: 2, by: "google_project_service.listed" },
    { file: "apis.tf", line: 20, by: "module.project" },
  ]);
  expect(metadataOf(report, "secretmanager")).toEqual({
    service: "secretmanager.googleapis.com",
    places: [{ file: "infra/lists.tf", line: 4, by: "module.apis", isConditional: true }],
    isConditional: true,
  });
  expect(JSON.stringify(report)).not.toContain("canary");
});

test("nothing comes of names that are left to Terraform, of templates and of hostile shapes", async () => {
  const bench = await createBench({
    project: {
      "main.tf": 'resource "google_project_service" "x" {\n  for_each = var.apis\n  service = each.key\n}\n',
      "shapes.tf.json":
        '{"resource": [1, {"google_storage_bucket": [{"__proto__": {"name": ["x"]}}]}], "locals": 7}',
      "chart/templates/run.yaml":
        "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: {{ .Values.name }}\n",
      "app.yaml": "apiVersion: v1\nruntime: python312\n",
      "cloudbuild.yaml": "steps: none\n",
    },
  });
  expect(linesOf(await bench.detect(gcpDeclaredDetector))).toEqual([]);
});
