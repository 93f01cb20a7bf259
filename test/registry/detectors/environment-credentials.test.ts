import { expect, test } from "vitest";
import { environmentCredentialsDetector } from "../../../src/registry/detectors/environment-credentials/index.ts";
import { createBench } from "../../support/detector-bench.ts";
import { createCredentialBench, expectNoSecret, outline } from "../../support/credential-bench.ts";

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
