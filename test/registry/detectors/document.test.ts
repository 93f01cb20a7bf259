import { expect, test } from "vitest";
import { documentDetector } from "../../../src/registry/detectors/document/index.ts";
import { createBench } from "../../support/detector-bench.ts";

test("documents that an assistant should know, with their titles; the nearer the root, the more important", async () => {
  const bench = await createBench({ fixture: "document" });
  const report = await bench.detect(documentDetector);
  const lines = report.resources.map(
    ({ name, priority, metadata }) =>
      `${priority} ${JSON.stringify(metadata["kind"])} ${name} | ${JSON.stringify(metadata["title"])}`,
  );
  expect(lines.toSorted()).toEqual([
    '0 "agents" AGENTS.md | "Instructions"',
    '0 "copilot" .github/copilot-instructions.md | "Title"',
    '1 "contributing" CONTRIBUTING.rst | "Title"',
    '1 "readme" README.md | "The *Bakery* shop"',
    '3 "adr" docs/adr/0001-stone-ovens.md | "1. Stone ovens"',
    '3 "claude" packages/shop/CLAUDE.md | "Title"',
    '3 "cursor" .cursor/rules/style.mdc | "Title"',
    '3 "license" LICENSE | "Title"',
    '3 "readme" packages/shop/README.md | "Title"',
    '3 "runbook" docs/runbooks/oven-is-cold.md | undefined',
  ]);
});
