import { expect, test } from "vitest";
import { join } from "node:path";
import { packageRegistriesDetector } from "../../../src/registry/detectors/package-registries/index.ts";
import { verifyResources } from "../../../src/registry/verify.ts";
import {
  createCredentialBench,
  detectInHome,
  expectNoSecret,
  HOSTILE_TEXTS,
  outline,
  resourceNamed,
} from "../../support/credential-bench.ts";

const fixture = "package-registries";

test("every login with its place", async () => {
  const bench = await createCredentialBench({ fixture });
  const report = await bench.detect(packageRegistriesDetector);
  expect(outline(report)).toMatchInlineSnapshot(`
    [
      "access_token cargo:crates.io available ~/.cargo/credentials.toml:2",
      "access_token cargo:dome available ~/.cargo/credentials.toml:5",
      "access_token composer:github.com available ~/.config/composer/auth.json:2",
      "access_token gem:gems.observatory.example available ~/.gem/credentials:3",
      "access_token gem:rubygems.org available ~/.gem/credentials:2",
      "access_token pypi:pypi available ~/.pypirc:6",
      "access_token terraform:app.terraform.io available ~/.terraform.d/credentials.tfrc.json:3",
      "credential composer:packages.observatory.example available ~/.config/composer/auth.json:4",
      "credential pip:dome.observatory.example/simple unknown ~/.config/pip/pip.conf:6",
      "credential pip:plates.observatory.example:8443/simple available ~/.config/pip/pip.conf:5",
      "credential pip:pypi.observatory.example/simple available ~/.config/pip/pip.conf:2",
      "credential pypi:plates unknown ~/.pypirc:10",
    ]
  `);
  const facts = report.resources.map(({ name, accessPattern, metadata }) => [
    name,
    accessPattern,
    metadata["login"],
  ]);
  expect(facts).toMatchInlineSnapshot(`
    [
      [
        "pypi:pypi",
        "https://upload.pypi.org/legacy/",
        undefined,
      ],
      [
        "pypi:plates",
        "https://pypi.observatory.example/legacy/",
        "stella",
      ],
      [
        "pip:pypi.observatory.example/simple",
        "https://pypi.observatory.example/simple",
        undefined,
      ],
      [
        "pip:plates.observatory.example:8443/simple",
        "https://plates.observatory.example:8443/simple/",
        undefined,
      ],
      [
        "pip:dome.observatory.example/simple",
        "https://dome.observatory.example/simple/",
        undefined,
      ],
      [
        "gem:rubygems.org",
        "~/.gem/credentials",
        undefined,
      ],
      [
        "gem:gems.observatory.example",
        "https://gems.observatory.example/",
        undefined,
      ],
      [
        "cargo:crates.io",
        "https://crates.io",
        undefined,
      ],
      [
        "cargo:dome",
        "~/.cargo/credentials.toml",
        undefined,
      ],
      [
        "terraform:app.terraform.io",
        "https://app.terraform.io",
        undefined,
      ],
      [
        "composer:github.com",
        "https://github.com",
        undefined,
      ],
      [
        "composer:packages.observatory.example",
        "https://packages.observatory.example",
        "stella",
      ],
    ]
  `);
  expectNoSecret(report);
  expect(report.diagnostics).toEqual([]);
});

test("verify sees that a login was taken out", async () => {
  const bench = await createCredentialBench({ fixture });
  const report = await bench.detect(packageRegistriesDetector);
  const dome = resourceNamed(report, "cargo:dome");
  const path = join(bench.home, ".cargo/credentials.toml");
  bench.context.platform.files.writeAtomic(path, "[registry]\ntoken = 'canary'\n", { mode: 0o600 });
  const [verified] = await verifyResources([dome], [packageRegistriesDetector], bench.context);
  expect(verified?.status).toBe("missing");
});

test.each(HOSTILE_TEXTS)("any text in .pypirc %#", async (text) => {
  const report = await detectInHome(packageRegistriesDetector, ".pypirc", text);
  expect(report.failure).toBeUndefined();
  expect(report.diagnostics.every(({ file }) => file === "~/.pypirc")).toBe(true);
});

test.each(HOSTILE_TEXTS)("any text in .config/pip/pip.conf %#", async (text) => {
  const report = await detectInHome(packageRegistriesDetector, ".config/pip/pip.conf", text);
  expect(report.failure).toBeUndefined();
  expect(report.diagnostics.every(({ file }) => file === "~/.config/pip/pip.conf")).toBe(true);
});

test.each(HOSTILE_TEXTS)("any text in .gem/credentials %#", async (text) => {
  const report = await detectInHome(packageRegistriesDetector, ".gem/credentials", text);
  expect(report.failure).toBeUndefined();
  expect(report.diagnostics.every(({ file }) => file === "~/.gem/credentials")).toBe(true);
});

test.each(HOSTILE_TEXTS)("any text in .cargo/credentials.toml %#", async (text) => {
  const report = await detectInHome(packageRegistriesDetector, ".cargo/credentials.toml", text);
  expect(report.failure).toBeUndefined();
  expect(report.diagnostics.every(({ file }) => file === "~/.cargo/credentials.toml")).toBe(true);
});

test.each(HOSTILE_TEXTS)("any text in .terraform.d/credentials.tfrc.json %#", async (text) => {
  const report = await detectInHome(packageRegistriesDetector, ".terraform.d/credentials.tfrc.json", text);
  expect(report.failure).toBeUndefined();
  expect(report.diagnostics.every(({ file }) => file === "~/.terraform.d/credentials.tfrc.json")).toBe(true);
});

test.each(HOSTILE_TEXTS)("any text in .config/composer/auth.json %#", async (text) => {
  const report = await detectInHome(packageRegistriesDetector, ".config/composer/auth.json", text);
  expect(report.failure).toBeUndefined();
  expect(report.diagnostics.every(({ file }) => file === "~/.config/composer/auth.json")).toBe(true);
});
