import { expect, test } from "vitest";
import { gcpProjectDetector } from "../../../src/registry/detectors/gcp-project/index.ts";
import { createBench } from "../../support/detector-bench.ts";
import { linesOf, metadataOf } from "../../support/report.ts";

test("each project once, with everyone who names it", async () => {
  const env = { GOOGLE_CLOUD_PROJECT: "bakery-prod-1", GCP_PROJECT: "no spaces allowed" };
  const bench = await createBench({ fixture: "gcp-project", env });
  const report = await bench.detect(gcpProjectDetector);
  expect(linesOf(report)).toEqual([
    "gcp_service project:bakery-build-1 - unknown cloudbuild.yaml:4",
    "gcp_service project:bakery-infra-1 - unknown infra/terraform.tfvars:1",
    "gcp_service project:bakery-old-1 - unknown app.yaml:1",
    "gcp_service project:bakery-prod-1 - unknown .firebaserc:4",
    "gcp_service project:bakery-quota-1 - unknown ~/.config/gcloud/application_default_credentials.json:1",
    "gcp_service project:bakery-run-1 - unknown deploy/oven.yaml:12",
    "gcp_service project:bakery-skaffold-1 - unknown skaffold.yaml:7",
    "gcp_service project:bakery-space-1 - unknown deploy/oven.yaml:5",
    "gcp_service project:bakery-stage-1 - unknown ~/.config/gcloud/configurations/config_work:2",
  ]);
  expect(metadataOf(report, "project:bakery-prod-1")["declaredBy"]).toEqual([
    { what: "GOOGLE_CLOUD_PROJECT" },
    { what: "Firebase alias live", file: ".firebaserc", line: 4 },
    { what: "provider google", file: "main.tf", line: 2 },
  ]);
  expect(metadataOf(report, "project:bakery-infra-1")["declaredBy"]).toEqual([
    { what: "provider google through var.project_id", file: "infra/terraform.tfvars", line: 1 },
  ]);
  const environments = new Map(report.resources.map(({ name, environment }) => [name, environment]));
  expect(environments.get("project:bakery-prod-1")).toBe("all");
  expect(environments.get("project:bakery-quota-1")).toBe("local");
  expect(JSON.stringify(report)).not.toContain("canary");
});

test("what is no project's id, or is left to somebody else, is no project", async () => {
  const bench = await createBench({
    env: { GOOGLE_CLOUD_PROJECT: "canary not a secret", GCLOUD_PROJECT: "" },
    project: {
      "main.tf":
        'provider "google" {\n  project = var.project\n}\nprovider "aws" { project = "bakery-aws-1" }\n',
      "prod.tfvars": 'project = "bakery-prod-1"\n',
      "other/terraform.tfvars": 'project = "bakery-other-1"\n',
      "cloudbuild.yaml": "substitutions: { _PROJECT: $PROJECT_ID, _OVEN: bakery-oven-1 }\n",
      ".firebaserc": '{"projects": ["bakery-list-1"]}',
      "knative.yaml":
        "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: { namespace: bakery-space }\n",
    },
  });
  expect(linesOf(await bench.detect(gcpProjectDetector))).toEqual([]);
});
