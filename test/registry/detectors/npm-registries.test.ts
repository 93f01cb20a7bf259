import { expect, test } from "vitest";
import { join } from "node:path";
import { npmRegistriesDetector } from "../../../src/registry/detectors/npm-registries/index.ts";
import { verifyResources } from "../../../src/registry/verify.ts";
import {
  createCredentialBench,
  detectInHome,
  expectNoSecret,
  HOSTILE_TEXTS,
  outline,
} from "../../support/credential-bench.ts";

const fixture = "npm-registries";

test("every registry with its line, and whether its secret is here", async () => {
  const bench = await createCredentialBench({
    fixture,
    git: true,
    env: { OBSERVATORY_TOKEN: "canary-in-env" },
  });
  const report = await bench.detect(npmRegistriesDetector);
  expect(outline(report)).toMatchInlineSnapshot(`
    [
      "access_token npm:leak.observatory.example degraded plates/.npmrc:1",
      "access_token npm:npm.observatory.example available .npmrc:2",
      "access_token npm:npm.pkg.github.com unknown ~/.npmrc:5",
      "access_token npm:registry.npmjs.org available ~/.npmrc:2",
      "access_token npm:yarn.observatory.example unknown .yarnrc.yml:4",
      "credential npm:npm.observatory.example:4873/plates available ~/.npmrc:4",
      "credential npm:scope.observatory.example degraded .yarnrc.yml:8",
    ]
  `);
  const facts = report.resources.map(({ name, statusReason, metadata }) => [
    name,
    statusReason,
    metadata["reference"],
  ]);
  expect(facts).toMatchInlineSnapshot(`
    [
      [
        "npm:registry.npmjs.org",
        undefined,
        undefined,
      ],
      [
        "npm:npm.observatory.example:4873/plates",
        undefined,
        undefined,
      ],
      [
        "npm:npm.pkg.github.com",
        "DOME_NPM_TOKEN is not set for this process",
        "DOME_NPM_TOKEN",
      ],
      [
        "npm:npm.observatory.example",
        undefined,
        "OBSERVATORY_TOKEN",
      ],
      [
        "npm:yarn.observatory.example",
        "YARN_DOME_TOKEN is not set for this process",
        "YARN_DOME_TOKEN",
      ],
      [
        "npm:scope.observatory.example",
        "tracked by git",
        undefined,
      ],
      [
        "npm:leak.observatory.example",
        "tracked by git",
        undefined,
      ],
    ]
  `);
  expectNoSecret(report);
  expect(report.diagnostics).toEqual([]);
});

test("a file of the user in another place, and old settings without a registry", async () => {
  const bench = await createCredentialBench({
    home: { "n/rc": "registry = https://old.dome.example/npm/\n_authToken = canary\n_auth=canary\n" },
    env: { NPM_CONFIG_USERCONFIG: "~/n/rc" },
  });
  const report = await bench.detect(npmRegistriesDetector);
  expect(outline(report)).toEqual(["access_token npm:old.dome.example/npm available ~/n/rc:2"]);
});

test("verify asks for each in its own file", async () => {
  const bench = await createCredentialBench({ fixture });
  const { resources } = await bench.detect(npmRegistriesDetector);
  bench.context.platform.files.removeFile(join(bench.root, "plates/.npmrc"));
  const path = join(bench.home, ".npmrc");
  bench.context.platform.files.writeAtomic(path, "//npm.pkg.github.com/:_authToken=canary\n", {
    mode: 0o600,
  });
  const verified = await verifyResources(resources, [npmRegistriesDetector], bench.context);
  expect(verified.map(({ name, status }) => `${name} ${status}`).toSorted()).toEqual([
    "npm:leak.observatory.example missing",
    "npm:npm.observatory.example unknown",
    "npm:npm.observatory.example:4873/plates missing",
    "npm:npm.pkg.github.com available",
    "npm:registry.npmjs.org missing",
    "npm:scope.observatory.example available",
    "npm:yarn.observatory.example unknown",
  ]);
});

test.each(HOSTILE_TEXTS)("any text %#", async (text) => {
  const report = await detectInHome(npmRegistriesDetector, ".npmrc", text);
  expect(report.failure).toBeUndefined();
  expect(report.diagnostics.every(({ file }) => file === "~/.npmrc")).toBe(true);
});

test.each(HOSTILE_TEXTS)("any text of Yarn %#", async (text) => {
  const report = await detectInHome(npmRegistriesDetector, ".yarnrc.yml", text);
  expect(report.failure).toBeUndefined();
  expect(report.diagnostics.every(({ file }) => file === "~/.yarnrc.yml")).toBe(true);
});
