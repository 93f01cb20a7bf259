import { expect, test } from "vitest";
import { aiProviderDetector } from "../../../src/registry/detectors/ai-provider/index.ts";
import { createBench } from "../../support/detector-bench.ts";
import { linesOf } from "../../support/report.ts";

test("providers whose key is set, by the variable's name; an empty one is not set", async () => {
  const bench = await createBench({ env: { ANTHROPIC_API_KEY: "canary-not-a-secret", OPENAI_API_KEY: " " } });
  const report = await bench.detect(aiProviderDetector);
  expect(linesOf(report)).toEqual(["ai_tool provider:anthropic - available"]);
  expect(report.resources[0]).toMatchObject({
    accessPattern: "env:ANTHROPIC_API_KEY",
    metadata: { variables: ["ANTHROPIC_API_KEY"] },
  });
  expect(JSON.stringify(report)).not.toContain("canary");
});

test("a variable that another process saw is unknown here, never missing", async () => {
  const seen = await (await createBench({ env: { GROQ_API_KEY: "x" } })).detect(aiProviderDetector);
  const elsewhere = await createBench();
  const [resource] = seen.resources;
  if (resource === undefined) throw new Error("nothing was found");
  expect(await aiProviderDetector.verify?.(resource, elsewhere.context)).toMatchObject({ status: "unknown" });
});
