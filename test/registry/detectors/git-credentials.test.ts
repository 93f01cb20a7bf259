import { expect, test } from "vitest";
import { join } from "node:path";
import { gitCredentialsDetector } from "../../../src/registry/detectors/git-credentials/index.ts";
import { verifyResources } from "../../../src/registry/verify.ts";
import {
  createCredentialBench,
  detectInHome,
  expectNoSecret,
  HOSTILE_TEXTS,
  outline,
  resourceNamed,
} from "../../support/credential-bench.ts";

const fixture = "git-credentials";

test("every host with its line, and no password", async () => {
  const bench = await createCredentialBench({ fixture });
  const report = await bench.detect(gitCredentialsDetector);
  expect(outline(report)).toMatchInlineSnapshot(`
    [
      "credential git:code.observatory.example/dome/plates.git available ~/.git-credentials:2",
      "credential git:git.observatory.example available ~/.git-credentials:1",
      "credential git:git.observatory.example:8443 available ~/.git-credentials:3",
    ]
  `);
  expect(report.resources.map(({ metadata }) => metadata["login"])).toEqual([
    "stella",
    undefined,
    "stella@dome.example",
  ]);
  expectNoSecret(report);
});

test("the other place of the store", async () => {
  const bench = await createCredentialBench({
    home: { "c/git/credentials": "http://a:canary@dome.example\n" },
    env: {},
  });
  const moved = { ...bench.context.platform.host, env: { XDG_CONFIG_HOME: join(bench.home, "c") } };
  const context = { ...bench.context, platform: { ...bench.context.platform, host: moved } };
  const found = await gitCredentialsDetector.detect?.(context);
  expect(found?.resources).toMatchObject([
    { name: "git:dome.example", accessPattern: "http://dome.example" },
  ]);
});

test("verify asks for the line", async () => {
  const bench = await createCredentialBench({ fixture });
  const report = await bench.detect(gitCredentialsDetector);
  const lost = resourceNamed(report, "git:git.observatory.example:8443");
  const path = join(bench.home, ".git-credentials");
  bench.context.platform.files.writeAtomic(path, "https://a:b@git.observatory.example\n", { mode: 0o600 });
  const [verified] = await verifyResources([lost], [gitCredentialsDetector], bench.context);
  expect(verified?.status).toBe("missing");
});

test.each(HOSTILE_TEXTS)("any text %#", async (text) => {
  const report = await detectInHome(gitCredentialsDetector, ".git-credentials", text);
  expect(report.failure).toBeUndefined();
  expect(report.diagnostics.every(({ file }) => file === "~/.git-credentials")).toBe(true);
});
