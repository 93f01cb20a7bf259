import { expect, test } from "vitest";
import { CATALOGUE, matchCatalogue } from "../../../src/registry/detectors/config-file/match.ts";
import { configFileDetector } from "../../../src/registry/detectors/config-file/index.ts";
import { createBench } from "../../support/detector-bench.ts";

test("configuration files of the whole tree, and nothing else; no file is opened", async () => {
  const bench = await createBench({ fixture: "config-file", git: true });
  const opened: string[] = [];
  const { files } = bench.context.platform;
  const workspace = {
    ...bench.context.workspace,
    readText: (path: string) => (opened.push(path), bench.context.workspace.readText(path)),
  };
  const { runDetector } = await import("../../../src/registry/run-detector.ts");
  const report = await runDetector(configFileDetector, { ...bench.context, workspace });
  expect(files.stat(bench.root)?.kind).toBe("folder");
  expect(opened).toEqual([]);
  const found = report.resources
    .map(({ name, environment, tags }) => `${name} ${environment} ${tags.join()}`)
    .toSorted();
  expect(found).toEqual([
    ".circleci/config.yml all ci",
    ".claude/settings.json all ai_assistant",
    ".cursor/mcp.json all ai_assistant",
    ".env.example all environment",
    ".eslintrc.json all quality",
    ".github/dependabot.yml all package_manager",
    ".github/workflows/bake.yaml all ci",
    "Dockerfile.dev all container",
    "Makefile all build",
    "apps/shop/tsconfig.build.json all language",
    "appsettings.Production.json production language",
    "docker-compose.staging.yml staging container",
    "go.mod all language",
    "infra/environments/dev/main.tf development infrastructure",
    "k8s/oven.yaml all kubernetes",
    "package.json all package_manager",
    "prod.tfvars production infrastructure",
    "pyproject.toml all language",
    "requirements-dev.txt all package_manager",
    "test/fixtures/shop/package.json all package_manager,fixture",
    "vite.config.ts all build",
  ]);
});

test("a .env that git tracks is degraded, one that it ignores is not", async () => {
  const bench = await createBench({ project: { ".env": "A=1", ".env.example": "A=" }, git: true });
  const tracked = await bench.detect(configFileDetector);
  expect(tracked.resources.map(({ name, status }) => `${name} ${status}`)).toEqual([
    ".env degraded",
    ".env.example available",
  ]);
  const untracked = await createBench({ project: { ".env": "A=1" } });
  expect((await untracked.detect(configFileDetector)).resources[0]).toMatchObject({
    status: "available",
    metadata: { tracking: "untracked" },
  });
});

test("the catalogue knows at least 120 names, each of which it finds itself", () => {
  const names = CATALOGUE.flatMap((entry) => (entry.path === undefined ? entry.names : []));
  expect(new Set(names).size).toBeGreaterThanOrEqual(120);
  for (const name of names) expect(matchCatalogue(`some/where/${name}`), name).toBeDefined();
  for (const name of ["index.ts", "data.json", "notes.yaml", "main.py", "config.ts"])
    expect(matchCatalogue(`src/${name}`), name).toBeUndefined();
});
