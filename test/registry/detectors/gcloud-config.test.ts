import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gcloudConfigDetector } from "../../../src/registry/detectors/gcloud-config/index.ts";
import { createBench } from "../../support/detector-bench.ts";
import { linesOf, metadataOf } from "../../support/report.ts";

test("every configuration with its settings and their places; what overrides the active one is named", async () => {
  const bench = await createBench({ fixture: "gcloud-config", env: { CLOUDSDK_COMPUTE_REGION: "us-east1" } });
  const report = await bench.detect(gcloudConfigDetector);
  expect(linesOf(report)).toEqual([
    "gcp_service gcloud:home - available ~/.config/gcloud/configurations/config_home:2",
    "gcp_service gcloud:work - available ~/.config/gcloud/configurations/config_work:3",
  ]);
  expect(metadataOf(report, "gcloud:work")).toMatchObject({
    project: "bakery-stage-1",
    account: "baker@example.com",
    region: "europe-west1",
    isActive: true,
    overriddenBy: { region: "CLOUDSDK_COMPUTE_REGION" },
    places: {
      project: { file: "~/.config/gcloud/configurations/config_work", line: 3 },
      region: { line: 6 },
    },
  });
  expect(metadataOf(report, "gcloud:home")["isActive"]).toBe(false);
});

test("a configuration that is named and not there is missing; verification sees a file go", async () => {
  const named = await createBench({ fixture: "gcloud-config", env: { CLOUDSDK_ACTIVE_CONFIG_NAME: "gone" } });
  expect(linesOf(await named.detect(gcloudConfigDetector))).toContain(
    "gcp_service gcloud:gone - missing ~/.config/gcloud/configurations/config_gone",
  );
  const bench = await createBench({ fixture: "gcloud-config" });
  const [resource] = (await bench.detect(gcloudConfigDetector)).resources;
  if (resource === undefined) throw new Error("nothing was found");
  expect(await gcloudConfigDetector.verify?.(resource, bench.context)).toEqual({ status: "available" });
  rmSync(join(bench.home, ".config/gcloud/configurations"), { recursive: true });
  expect(await gcloudConfigDetector.verify?.(resource, bench.context)).toMatchObject({ status: "missing" });
});
