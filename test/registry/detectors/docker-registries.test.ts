import { expect, test } from "vitest";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { dockerRegistriesDetector } from "../../../src/registry/detectors/docker-registries/index.ts";
import { verifyResources } from "../../../src/registry/verify.ts";
import {
  createCredentialBench,
  detectInHome,
  expectNoSecret,
  HOSTILE_TEXTS,
  outline,
  resourceNamed,
} from "../../support/credential-bench.ts";

const fixture = "docker-registries";

test("every registry, its place and who keeps its secret", async () => {
  const bench = await createCredentialBench({ fixture });
  const report = await bench.detect(dockerRegistriesDetector);
  expect(outline(report)).toMatchInlineSnapshot(`
    [
      "credential docker:europe-docker.pkg.dev available ~/.docker/config.json:12",
      "credential docker:ghcr.io available ~/.docker/config.json:4",
      "credential docker:index.docker.io available ~/.docker/config.json:3",
      "credential docker:registry.observatory.example:5000 available ~/.docker/config.json:5",
    ]
  `);
  const storage = report.resources.map(({ metadata }) => [
    metadata["registry"],
    metadata["storage"],
    metadata["helper"],
  ]);
  expect(storage).toMatchInlineSnapshot(`
    [
      [
        "index.docker.io",
        "plain",
        undefined,
      ],
      [
        "ghcr.io",
        "helper",
        "dome-keychain",
      ],
      [
        "registry.observatory.example:5000",
        "plain",
        undefined,
      ],
      [
        "europe-docker.pkg.dev",
        "helper",
        "gcloud",
      ],
    ]
  `);
  expect(resourceNamed(report, "docker:registry.observatory.example:5000").metadata["username"]).toBe(
    "stella",
  );
  expectNoSecret(report);
});

test("a helper on PATH is seen and not run", async () => {
  const bench = await createCredentialBench({
    fixture,
    programs: { "docker-credential-gcloud": "#!/bin/sh\ntouch $HOME/ran\n" },
  });
  const report = await bench.detect(dockerRegistriesDetector);
  expect(resourceNamed(report, "docker:europe-docker.pkg.dev").metadata["isHelperInstalled"]).toBe(true);
  expect(resourceNamed(report, "docker:ghcr.io").metadata["isHelperInstalled"]).toBe(false);
  expect(bench.context.platform.files.stat(join(bench.home, "ran"))).toBeUndefined();
});

test("secrets in a file that others may read are degraded", async () => {
  const bench = await createCredentialBench({ fixture });
  chmodSync(join(bench.home, ".docker/config.json"), 0o640);
  const report = await bench.detect(dockerRegistriesDetector);
  expect(resourceNamed(report, "docker:index.docker.io").statusReason).toContain("readable by its group");
  expect(resourceNamed(report, "docker:ghcr.io").status).toBe("available");
});

test("verify looks into the file again", async () => {
  const bench = await createCredentialBench({ fixture });
  const { resources } = await bench.detect(dockerRegistriesDetector);
  bench.context.platform.files.removeFile(join(bench.home, ".docker/config.json"));
  const verified = await verifyResources(resources, [dockerRegistriesDetector], bench.context);
  expect(verified[0]).toMatchObject({ status: "missing", statusReason: "~/.docker/config.json is gone" });
});

test.each(HOSTILE_TEXTS)("any text %#", async (text) => {
  const report = await detectInHome(dockerRegistriesDetector, ".docker/config.json", text);
  expect(report.failure).toBeUndefined();
  expect(report.diagnostics.every(({ file }) => file === "~/.docker/config.json")).toBe(true);
});
