import { expect, test } from "vitest";
import { procfileDetector } from "../../../src/registry/detectors/procfile/index.ts";
import { createBench } from "../../support/detector-bench.ts";
import { linesOf, metadataOf } from "../../support/report.ts";

test("processes by name and program, never their command line", async () => {
  const bench = await createBench({ fixture: "procfile" });
  const report = await bench.detect(procfileDetector);
  expect(linesOf(report)).toEqual([
    "local_service process:web - unknown Procfile:2",
    "local_service process:worker - unknown Procfile:3",
  ]);
  expect(metadataOf(report, "process:web")).toEqual({ process: "web", program: "node" });
  expect(JSON.stringify(report)).not.toContain("canary");
});
