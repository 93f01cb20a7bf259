import { expect, test } from "vitest";
import { mcpServerDetector } from "../../../src/registry/detectors/mcp-server/index.ts";
import { createBench } from "../../support/detector-bench.ts";
import { linesOf, metadataOf } from "../../support/report.ts";

test("servers of project and user, names of variables and headers, never a value", async () => {
  const bench = await createBench({ fixture: "mcp-server", programs: { npx: "#!/bin/sh\n" } });
  const report = await bench.detect(mcpServerDetector);
  expect(linesOf(report)).toEqual([
    "ai_tool mcp:gone (claude-code) - missing .mcp.json:8",
    "ai_tool mcp:orders (vscode) - unknown .vscode/mcp.json:4",
    "ai_tool mcp:oven (claude-code) - available .mcp.json:3",
    "ai_tool mcp:oven (codex) - unavailable ~/.codex/config.toml:3",
  ]);
  expect(metadataOf(report, "mcp:oven (claude-code)")).toMatchObject({
    transport: "stdio",
    command: "npx",
    package: "@bakery/oven-mcp@1.2.0",
    environmentNames: ["OVEN_TOKEN"],
    scope: "project",
  });
  expect(metadataOf(report, "mcp:orders (vscode)")).toMatchObject({
    transport: "http",
    url: "https://mcp.example.com/orders",
    headerNames: ["Authorization"],
  });
  expect(JSON.stringify(report)).not.toContain("canary");
});

test("Claude Code's servers of this one project count, those of others do not", async () => {
  const bench = await createBench();
  const { writeFileSync } = await import("node:fs");
  const servers = { mcpServers: { here: { command: "sh" } } };
  writeFileSync(
    `${bench.home}/.claude.json`,
    JSON.stringify({
      projects: { [bench.root]: servers, "/elsewhere": { mcpServers: { there: { command: "sh" } } } },
    }),
  );
  expect(linesOf(await bench.detect(mcpServerDetector))).toEqual([
    "ai_tool mcp:here (claude-code) - missing ~/.claude.json:1",
  ]);
});
