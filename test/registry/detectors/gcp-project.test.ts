import { expect, test } from "vitest";
import { gcpProjectDetector } from "../../../src/registry/detectors/gcp-project/index.ts";
import { createBench } from "../../support/detector-bench.ts";
import { linesOf, metadataOf } from "../../support/report.ts";

test("each project once, with everyone who names it", async () => {
  const env = { GOOGLE_CLOUD_PROJECT: "bakery-prod-1", GCP_PROJECT: "no spaces allowed" };
  const bench = await createBench({ fixture: "gcp-project", env });
  const report = await bench.detect(gcpProjectDetector);
  expect(linesOf(report)).toEqual([
    "gcp_service project:bakery-old-1 - unknown app.yaml:1",
    "gcp_service project:bakery-prod-1 - unknown .firebaserc:4",
    "gcp_service project:bakery-quota-1 - unknown ~/.config/gcloud/application_default_credentials.json",
    "gcp_service project:bakery-stage-1 - unknown ~/.config/gcloud/configurations/config_work",
  ]);
  expect(metadataOf(report, "project:bakery-prod-1")["declaredBy"]).toEqual([
    { what: "GOOGLE_CLOUD_PROJECT" },
    { what: "Firebase alias live", file: ".firebaserc", line: 4 },
    { what: "provider google", file: "main.tf", line: 2 },
  ]);
  expect(JSON.stringify(report)).not.toContain("canary");
});
