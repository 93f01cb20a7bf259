import { expect, test } from "vitest";
import { terraformDetector } from "../../../src/registry/detectors/terraform/index.ts";
import { cleanSource, localFolder } from "../../../src/registry/detectors/terraform/module-source.ts";
import { createBench } from "../../support/detector-bench.ts";
import { linesOf, metadataOf } from "../../support/report.ts";

test("one resource a module: providers, backend without secrets, modules, locked versions", async () => {
  const bench = await createBench({ fixture: "terraform" });
  const report = await bench.detect(terraformDetector);
  expect(linesOf(report)).toEqual([
    "terraform infra >= 1.9 available infra/main.tf:1",
    "terraform infra/modules/oven - available infra/modules/oven/main.tf:1",
    "terraform modules/spare - available modules/spare/outputs.tf:1",
    "terraform root ~> 1.5 available settings.tf.json:2",
  ]);
  expect(metadataOf(report, "infra")).toMatchObject({
    isRoot: true,
    providers: [
      { name: "google", source: "hashicorp/google", version: "~> 6.0", line: 4 },
      { name: "google", isConfigured: true, line: 15 },
    ],
    backend: { kind: "gcs", settings: { bucket: "bakery-state" }, line: 9 },
    modules: [
      { name: "oven", source: "./modules/oven", line: 19 },
      { name: "network", source: "terraform-google-modules/network/google", version: "9.1.0", line: 23 },
    ],
    lockedProviders: [{ source: "registry.terraform.io/hashicorp/google", version: "6.12.0" }],
    variableFiles: ["infra/live.tfvars"],
    resources: 1,
    variables: 1,
  });
  expect(metadataOf(report, "infra/modules/oven")["isRoot"]).toBe(false);
  expect(metadataOf(report, "modules/spare")).toMatchObject({ isRoot: false, outputs: 1, dataSources: 1 });
  expect(metadataOf(report, "root")).toMatchObject({
    isRoot: true,
    backend: { kind: "cloud", settings: { organization: "bakery", workspace: "ovens" } },
    modules: [{ name: "shared", source: "git::https://git.bakery.example/shared.git?ref=v1" }],
  });
  expect(JSON.stringify(report)).not.toContain("canary");
});

test("sources and addresses are shown without user, password and unknown parameters", () => {
  expect(cleanSource("git::https://baker:canary@git.example/a.git//oven?ref=v1&token=canary")).toBe(
    "git::https://git.example/a.git//oven?ref=v1",
  );
  expect(cleanSource("git::ssh://git@git.example/a.git?ref=v2")).toBe(
    "git::ssh://git@git.example/a.git?ref=v2",
  );
  expect(cleanSource("https://a@b:canary@git.example/oven.zip?sig=canary")).toBe(
    "https://git.example/oven.zip",
  );
  expect(cleanSource("terraform-google-modules/network/google//modules/vpc")).toBe(
    "terraform-google-modules/network/google//modules/vpc",
  );
});

test("a local source is the folder that it leads to", () => {
  expect(localFolder("../../", "examples/oven")).toBe(".");
  expect(localFolder("./modules/oven/", ".")).toBe("modules/oven");
  expect(localFolder("..", "modules/oven")).toBe("modules");
  expect(localFolder("bakery/oven/local", ".")).toBeUndefined();
});

test("hostile shapes give a module or nothing, never a failure", async () => {
  const bench = await createBench({
    project: {
      "a/main.tf.json":
        '{"terraform": [{"backend": [1]}, 2], "module": {"x": [[]]}, "provider": "p", "__proto__": {}}',
      "b/main.tf": 'terraform {\n  backend "gcs" {\n    bucket = "dome\n',
      "c/main.tf": "",
      "d/only.tfvars": "x = 1\n",
      "e/.terraform.lock.hcl": "provider {",
      "f/main.tf": "\0\0binary",
    },
  });
  const report = await bench.detect(terraformDetector);
  expect(report.failure).toBeUndefined();
  expect(report.resources.map(({ name }) => name)).toEqual(["a", "b", "c"]);
  expect(bench.context.workspace.diagnostics.every(({ file }) => file !== undefined)).toBe(true);
});
