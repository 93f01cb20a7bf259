import { expect, test } from "vitest";
import { devcontainerDetector } from "../../../src/registry/detectors/devcontainer/index.ts";
import { createBench } from "../../support/detector-bench.ts";
import { linesOf, metadataOf } from "../../support/report.ts";

test("development containers with image, features and names of variables", async () => {
  const bench = await createBench({ fixture: "devcontainer" });
  const report = await bench.detect(devcontainerDetector);
  expect(linesOf(report)).toEqual([
    "codespace devcontainer/data - available .devcontainer/data/devcontainer.json:1",
    "codespace workshop 20 available .devcontainer/devcontainer.json:2",
  ]);
  expect(metadataOf(report, "workshop")).toMatchObject({
    features: ["ghcr.io/devcontainers/features/terraform:1"],
    forwardPorts: ["3000", "db:5432"],
    environmentNames: ["OVEN_TOKEN"],
  });
  expect(JSON.stringify(report)).not.toContain("canary");
});

test("the codespace that the program runs in", async () => {
  const bench = await createBench({ env: { CODESPACES: "true", CODESPACE_NAME: "fluffy-roll" } });
  expect(linesOf(await bench.detect(devcontainerDetector))).toEqual(["codespace fluffy-roll - available"]);
  const outside = await createBench({ env: { CODESPACES: "false" } });
  expect(linesOf(await outside.detect(devcontainerDetector))).toEqual([]);
});
