import fc from "fast-check";
import { expect, test } from "vitest";
import { classifyVariable } from "../../../src/registry/detectors/environment-credentials/classify.ts";
import { environmentCredentialsDetector } from "../../../src/registry/detectors/environment-credentials/index.ts";
import { createBench } from "../../support/detector-bench.ts";
import {
  createCredentialBench,
  expectNoSecret,
  outline,
  resourceNamed,
} from "../../support/credential-bench.ts";

const SECRETS = {
  GITHUB_TOKEN: "canary-not-a-secret",
  ANTHROPIC_API_KEY: "canary-not-a-secret",
  AWS_SECRET_ACCESS_KEY: "canary-not-a-secret",
  TELESCOPE_PASSWORD: "canary-not-a-secret",
  DATABASE_URL: "postgresql://stella:canary-not-a-secret@localhost/stars",
};

test("variables that hold credentials, by name; empty ones and others are none", async () => {
  const bench = await createBench({
    env: { ...SECRETS, NPM_TOKEN: "", EDITOR: "vi", KEYBOARD: "qwertz", TOKENIZER: "bpe" },
  });
  const report = await bench.detect(environmentCredentialsDetector);
  expect(report.resources.map(({ name }) => name).toSorted()).toEqual(Object.keys(SECRETS).toSorted());
  for (const { accessPattern, name, status } of report.resources) {
    expect([accessPattern, status]).toEqual([`env:${name}`, "available"]);
  }
  expect(outline(report)).toContain("access_token GITHUB_TOKEN available");
  expectNoSecret(report);
});

test("a variable that names a file is as good as the file", async () => {
  const bench = await createCredentialBench({
    fixture: "environment-credentials",
    env: { GOOGLE_APPLICATION_CREDENTIALS: "/nowhere/key.json" },
  });
  const lost = await bench.detect(environmentCredentialsDetector);
  expect(lost.resources).toMatchObject([{ name: "GOOGLE_APPLICATION_CREDENTIALS", status: "missing" }]);
  const env = { GOOGLE_APPLICATION_CREDENTIALS: `${bench.home}/keys/dome.json` };
  const platform = { ...bench.context.platform, host: { ...bench.context.platform.host, env } };
  const there = await environmentCredentialsDetector.detect?.({ ...bench.context, platform });
  expect(there?.resources).toMatchObject([{ status: "available" }]);
});

test("what this process does not see is unknown, never missing", async () => {
  const report = await (await createBench({ env: SECRETS })).detect(environmentCredentialsDetector);
  const elsewhere = await createBench();
  for (const resource of report.resources) {
    expect(await environmentCredentialsDetector.verify?.(resource, elsewhere.context)).toMatchObject({
      status: "unknown",
    });
  }
});

test("variables by name, whatever they hold", async () => {
  const env = {
    GITHUB_TOKEN: "canary",
    AWS_ACCESS_KEY_ID: "canary",
    AWS_SECRET_ACCESS_KEY: "canary",
    ANTHROPIC_API_KEY: "canary",
    DOME_API_KEY: "canary",
    DOME_TOKEN: "canary",
    PLATES_URL: "https://stella:canary@plates.example",
    DATABASE_URL: "postgres://stella:canary@localhost/plates",
    REDIS_URL: "redis://localhost:6379",
    HTTPS_PROXY: "http://proxy.example:3128",
    GOOGLE_APPLICATION_CREDENTIALS: "~/keys/dome.json",
    AWS_WEB_IDENTITY_TOKEN_FILE: "/nowhere/token",
    SOPS_AGE_KEY_FILE: "canary-in-the-wrong-place",
    OPENAI_API_KEY: "",
    USE_SESSION_TOKEN: "true",
    TF_TOKEN_dome_example: "canary",
    AWS_PROFILE: "default",
    MAX_OUTPUT_TOKENS: "4096",
    SSH_AUTH_SOCK: "/tmp/agent",
  };
  const bench = await createCredentialBench({ fixture: "environment-credentials", env });
  const report = await bench.detect(environmentCredentialsDetector);
  expect(outline(report)).toMatchInlineSnapshot(`
    [
      "access_token DOME_TOKEN available",
      "access_token GITHUB_TOKEN available",
      "access_token TF_TOKEN_dome_example available",
      "credential ANTHROPIC_API_KEY available",
      "credential AWS_ACCESS_KEY_ID available",
      "credential AWS_SECRET_ACCESS_KEY available",
      "credential AWS_WEB_IDENTITY_TOKEN_FILE missing",
      "credential DATABASE_URL available",
      "credential DOME_API_KEY available",
      "credential GOOGLE_APPLICATION_CREDENTIALS available",
      "credential PLATES_URL available",
      "credential SOPS_AGE_KEY_FILE degraded",
    ]
  `);
  expect(resourceNamed(report, "GOOGLE_APPLICATION_CREDENTIALS").metadata).toMatchInlineSnapshot(`
    {
      "isKnown": true,
      "isVerified": false,
      "kind": "path",
      "namedFile": "~/keys/dome.json",
      "provider": "google",
      "variable": "GOOGLE_APPLICATION_CREDENTIALS",
    }
  `);
  expect(resourceNamed(report, "GITHUB_TOKEN").accessPattern).toBe("env:GITHUB_TOKEN");
  expectNoSecret(report);
});

test("no value is given back", () => {
  const name = fc.oneof(
    fc.constantFrom("GITHUB_TOKEN", "DATABASE_URL", "PGPASSFILE", "DOME_SECRET", "DOME_URL"),
    fc.string(),
  );
  fc.assert(
    fc.property(name, fc.string(), (variable, noise) => {
      const classified = classifyVariable(variable, `canary-${noise}`);
      const { name: _name, ...rest } = classified ?? { name: "" };
      expect(JSON.stringify(rest)).not.toContain("canary");
    }),
  );
});
