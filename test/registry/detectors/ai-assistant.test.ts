import { expect, test } from "vitest";
import { aiAssistantDetector } from "../../../src/registry/detectors/ai-assistant/index.ts";
import { createBench } from "../../support/detector-bench.ts";
import { linesOf, metadataOf } from "../../support/report.ts";

test("assistants that are installed or configured here, and no other", async () => {
  const bench = await createBench({
    fixture: "ai-assistant",
    programs: { claude: "#!/bin/sh\n", gemini: "#!/bin/sh\n" },
  });
  const report = await bench.detect(aiAssistantDetector);
  expect(linesOf(report).map((line) => line.replace(/\/\S*\/programs/, "PROGRAMS"))).toEqual([
    "ai_tool claude-code - available CLAUDE.md",
    "ai_tool codex - unknown ~/.codex/config.toml",
    "ai_tool cursor - unknown .cursor/hooks.json",
    "ai_tool gemini-cli - available PROGRAMS/gemini",
  ]);
  expect(metadataOf(report, "cursor")["hasHooks"]).toBe(true);
  expect(metadataOf(report, "claude-code")).toMatchObject({
    instructionFiles: ["CLAUDE.md"],
    hasHooks: false,
  });
});
