import { expect, test } from "vitest";
import { dockerfileDetector } from "../../../src/registry/detectors/dockerfile/index.ts";
import { createBench } from "../../support/detector-bench.ts";
import { linesOf, metadataOf } from "../../support/report.ts";

test("images with their bases, ARG defaults filled in; heredocs and ignore files are none", async () => {
  const bench = await createBench({ fixture: "dockerfile" });
  const report = await bench.detect(dockerfileDetector);
  expect(linesOf(report)).toEqual([
    "container Dockerfile - available Dockerfile:9",
    "container oven.Dockerfile - available oven.Dockerfile:1",
  ]);
  expect(metadataOf(report, "Dockerfile")).toEqual({
    baseImages: [
      { image: "node:20.11-slim", stage: "build", line: 3 },
      { image: "gcr.io/distroless/nodejs20", stage: "final", line: 9 },
    ],
    exposedPorts: ["8080", "9090/udp"],
    user: "nonroot",
  });
});
