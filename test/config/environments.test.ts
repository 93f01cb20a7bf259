import { expect, test } from "vitest";
import { detectEnvironment } from "../../src/config/environments.ts";

test.each([
  [{}, "local"],
  [{ CODESPACES: "true" }, "codespaces"],
  [{ CODESPACES: "false" }, "local"],
  [{ K_SERVICE: "oven" }, "gcp_cloud_run"],
  [{ CLOUD_RUN_JOB: "bake" }, "gcp_cloud_run"],
  [{ CLOUD_WORKSTATIONS_CONFIG: "c" }, "gcp_workstation"],
  [{ GOOGLE_CLOUD_WORKSTATIONS: "true" }, "gcp_workstation"],
  [{ CI: "true" }, "ci_cd"],
  [{ CI: "1" }, "ci_cd"],
  [{ CI: "woodpecker" }, "ci_cd"],
  [{ GITHUB_ACTIONS: "true" }, "ci_cd"],
  [{ CI: "false" }, "local"],
  [{ CI: "0" }, "local"],
  [{ CI: "No" }, "local"],
  [{ CI: "" }, "local"],
  [{ CI: "false", GITLAB_CI: "true" }, "ci_cd"],
  [{ CI: "true", CODESPACES: "true" }, "codespaces"],
  [{ CI: "true", ORCHESTRA_ENVIRONMENT: "staging" }, "staging"],
])("%j runs in %s", (variables, environment) => {
  const detected = detectEnvironment(variables);
  expect(detected.environment).toBe(environment);
  expect(detected.evidence).not.toBe("");
});

test("what was chosen stands above all, and is said", () => {
  expect(detectEnvironment({ CI: "true", ORCHESTRA_ENVIRONMENT: "x" }, "local")).toEqual({
    environment: "local",
    evidence: "--environment names it",
  });
  expect(detectEnvironment({ K_SERVICE: "oven" }).evidence).toBe("K_SERVICE is set");
});

test("a name that could not stand in an id is refused", () => {
  for (const name of ["", "a b", "a:b", "-x", "x".repeat(80)]) {
    expect(() => detectEnvironment({}, name), name).toThrowError(expect.objectContaining({ code: "USAGE" }));
  }
});
