import { expect, test } from "vitest";
import { stageOfPath } from "../../src/model/stages.ts";

test.each([
  [".env.production", "production"],
  [".env.production.local", "production"],
  [".env.local", undefined],
  ["apps/web/.env.dev", "development"],
  [".env", undefined],
  ["prod.env", "production"],
  ["infra/prod.tfvars", "production"],
  ["infra/terraform.tfvars", undefined],
  ["infra/eu-staging.auto.tfvars", "staging"],
  ["config/staging.yaml", "staging"],
  ["config/oven.yaml", undefined],
  ["config.stg.json", "staging"],
  ["environments/dev/main.tf", "development"],
  ["overlays/prod/kustomization.yaml", "production"],
  ["overlays/kustomization.yaml", undefined],
  ["docker-compose.test.yml", "test"],
  ["appsettings.Development.json", "development"],
  ["production/readme.md", undefined],
])("%s is for %s", (path, stage) => {
  expect(stageOfPath(path)).toBe(stage);
});
