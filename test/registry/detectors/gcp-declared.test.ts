import { expect, test } from "vitest";
import { gcpDeclaredDetector } from "../../../src/registry/detectors/gcp-declared/index.ts";
import { createBench } from "../../support/detector-bench.ts";
import { linesOf, metadataOf } from "../../support/report.ts";

test("APIs and services that the repository declares under names that are written out", async () => {
  const bench = await createBench({ fixture: "gcp-declared" });
  const report = await bench.detect(gcpDeclaredDetector);
  expect(linesOf(report)).toEqual([
    "gcp_api iam - unknown apis.tf:20",
    "gcp_api pubsub - unknown apis.tf:10",
    "gcp_api redis - unknown deploy/api.yaml:1",
    "gcp_api run - unknown apis.tf:2",
    "gcp_api sqladmin - unknown apis.tf:2",
    "gcp_api storage - unknown apis.tf:6",
    "gcp_service appengine:shop python312 unknown app.yaml:1",
    "gcp_service bucket:bakery-bread - unknown apis.tf:23",
    "gcp_service build:cloudbuild.yaml - unknown cloudbuild.yaml:1",
    "gcp_service run:oven - unknown deploy/service.yaml:4",
  ]);
  expect(metadataOf(report, "run")["places"]).toMatchObject([{ line: 2 }, { line: 20 }]);
  expect(JSON.stringify(report)).not.toContain("canary");
});
