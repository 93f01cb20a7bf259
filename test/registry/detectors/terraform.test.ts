import { expect, test } from "vitest";
import { terraformDetector } from "../../../src/registry/detectors/terraform/index.ts";
import { createBench } from "../../support/detector-bench.ts";
import { linesOf, metadataOf } from "../../support/report.ts";

test("one resource a module: providers, backend without secrets, modules, locked versions", async () => {
  const bench = await createBench({ fixture: "terraform" });
  const report = await bench.detect(terraformDetector);
  expect(linesOf(report)).toEqual([
    "terraform infra >= 1.9 available infra/main.tf:1",
    "terraform infra/modules/oven - available infra/modules/oven/main.tf:1",
  ]);
  expect(metadataOf(report, "infra")).toMatchObject({
    isRoot: true,
    providers: [
      { name: "google", source: "hashicorp/google", version: "~> 6.0", line: 4 },
      { name: "google", isConfigured: true, line: 15 },
    ],
    backend: { kind: "gcs", settings: { bucket: "bakery-state" }, line: 9 },
    modules: [
      { name: "oven", source: "./modules/oven", line: 19 },
      { name: "network", source: "terraform-google-modules/network/google", version: "9.1.0", line: 23 },
    ],
    lockedProviders: [{ source: "registry.terraform.io/hashicorp/google", version: "6.12.0" }],
    resources: 1,
    variables: 1,
  });
  expect(metadataOf(report, "infra/modules/oven")["isRoot"]).toBe(false);
  expect(JSON.stringify(report)).not.toContain("canary");
});
