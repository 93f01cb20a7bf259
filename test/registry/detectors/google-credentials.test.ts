import { expect, test } from "vitest";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { googleCredentialsDetector } from "../../../src/registry/detectors/google-credentials/index.ts";
import { verifyResources } from "../../../src/registry/verify.ts";
import {
  createCredentialBench,
  detectInHome,
  expectNoSecret,
  HOSTILE_TEXTS,
  outline,
  resourceNamed,
} from "../../support/credential-bench.ts";

const fixture = "google-credentials";

const KEY = "telescope@dome-project.iam.gserviceaccount.com";

function keyText(account: string): string {
  return JSON.stringify({
    type: "service_account",
    client_email: account,
    private_key: "canary",
    project_id: "dome",
  });
}

test("application default credentials, accounts and keys with their places", async () => {
  const bench = await createCredentialBench({ fixture });
  const report = await bench.detect(googleCredentialsDetector);
  expect(outline(report)).toMatchInlineSnapshot(`
    [
      "credential gcloud:robot@dome-project.iam.gserviceaccount.com unknown ~/.config/gcloud/configurations/config_night:3",
      "credential gcloud:stella@observatory.example available ~/.config/gcloud/legacy_credentials/stella@observatory.example/adc.json",
      "credential google-adc available ~/.config/gcloud/application_default_credentials.json:7",
      "service_account telescope@dome-project.iam.gserviceaccount.com available keys/telescope.json:6",
    ]
  `);
  expect(resourceNamed(report, "google-adc").metadata).toMatchInlineSnapshot(`
    {
      "isApplicationDefault": true,
      "isVerified": false,
      "kind": "authorized_user",
      "quotaProject": "dome-quota",
      "universeDomain": "googleapis.com",
    }
  `);
  expect(resourceNamed(report, KEY).metadata).toMatchInlineSnapshot(`
    {
      "isIgnored": false,
      "isVerified": false,
      "keyFile": "keys/telescope.json",
      "project": "dome-project",
      "tracked": false,
      "universeDomain": "googleapis.com",
    }
  `);
  expect(resourceNamed(report, KEY).environment).toBe("all");
  expectNoSecret(report);
  expect(report.diagnostics).toEqual([]);
});

test("a key that git tracks, or that others may read, is degraded; an ignored one is found", async () => {
  const tracked = await createCredentialBench({ fixture, git: true });
  const report = await tracked.detect(googleCredentialsDetector);
  expect(resourceNamed(report, KEY)).toMatchObject({ status: "degraded", statusReason: "tracked by git" });
  const bench = await createCredentialBench({ git: true, project: { ".gitignore": "keys/\n" } });
  bench.context.platform.files.makeFolder(join(bench.root, "keys"), { mode: 0o755 });
  writeFileSync(join(bench.root, "keys/robot"), "{}");
  writeFileSync(join(bench.root, "keys/robot.json"), keyText("robot@dome.iam.gserviceaccount.com"), {
    mode: 0o644,
  });
  const { openWorkspace } = await import("../../../src/workspace/open-workspace.ts");
  const { runDetector } = await import("../../../src/registry/run-detector.ts");
  const workspace = await openWorkspace(bench.context.platform, { root: bench.root });
  const found = await runDetector(googleCredentialsDetector, { ...bench.context, workspace });
  expect(found.resources).toMatchObject([
    {
      name: "robot@dome.iam.gserviceaccount.com",
      status: "degraded",
      statusReason: "readable by every user of this machine (mode 0644)",
      metadata: { tracked: false, isIgnored: true },
    },
  ]);
});

test("the file that GOOGLE_APPLICATION_CREDENTIALS names", async () => {
  const outside = await createCredentialBench({
    home: { "keys/robot.json": keyText("robot@dome.iam.gserviceaccount.com") },
    env: { GOOGLE_APPLICATION_CREDENTIALS: "~/keys/robot.json" },
  });
  const report = await outside.detect(googleCredentialsDetector);
  expect(outline(report)).toEqual([
    "service_account robot@dome.iam.gserviceaccount.com available ~/keys/robot.json:1",
  ]);
  expect(report.resources[0]?.metadata["isApplicationDefault"]).toBe(true);
  const inside = await createCredentialBench({
    project: { "keys/robot.json": keyText("robot@dome.iam.gserviceaccount.com") },
    env: { GOOGLE_APPLICATION_CREDENTIALS: "./keys/robot.json" },
  });
  const found = await inside.detect(googleCredentialsDetector);
  expect(found.resources).toMatchObject([
    { source: { file: "keys/robot.json" }, metadata: { isApplicationDefault: true } },
  ]);
});

test.each([
  ["/nowhere/dome.json", "/nowhere/dome.json"],
  [keyText("a@b.c"), undefined],
  ["canary-token", undefined],
])("a variable that names no file: %#", async (value, file) => {
  const bench = await createCredentialBench({ env: { GOOGLE_APPLICATION_CREDENTIALS: value } });
  const report = await bench.detect(googleCredentialsDetector);
  expect(report.resources.map(({ status, source }) => [status, source.file])).toEqual(
    file === undefined ? [] : [["missing", file]],
  );
  expectNoSecret(report);
});

test("accounts of others that are taken on", async () => {
  const impersonation = (account: string) =>
    `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${account}:generateAccessToken`;
  const documents = [
    {
      type: "impersonated_service_account",
      service_account_impersonation_url: impersonation("robot@dome.iam.gserviceaccount.com"),
      source_credentials: { type: "authorized_user", refresh_token: "canary" },
    },
    {
      type: "external_account",
      audience: "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/dome/providers/ci",
      credential_source: { executable: { command: "canary --run" } },
    },
  ];
  const found = await Promise.all(
    documents.map((document) =>
      detectInHome(
        googleCredentialsDetector,
        ".config/gcloud/application_default_credentials.json",
        JSON.stringify(document),
      ),
    ),
  );
  expect(found.map(({ resources }) => resources[0])).toMatchObject([
    { name: "google-adc", metadata: { account: "robot@dome.iam.gserviceaccount.com" } },
    { name: "google-adc", metadata: { kind: "external_account", tokenSource: "executable" } },
  ]);
  found.forEach(expectNoSecret);
});

test("verify: gone, no longer a key, exposed since", async () => {
  const bench = await createCredentialBench({ fixture });
  const { resources } = await bench.detect(googleCredentialsDetector);
  const path = join(bench.root, "keys/telescope.json");
  chmodSync(path, 0o644);
  const ask = async () => {
    const verified = await verifyResources(resources, [googleCredentialsDetector], { ...bench.context });
    return verified.find(({ name }) => name === KEY)?.status;
  };
  expect(await ask()).toBe("degraded");
  bench.context.platform.files.removeFile(path);
  expect(await ask()).toBe("missing");
});

test.each(HOSTILE_TEXTS)("any text in the tree %#", async (text) => {
  const bench = await createCredentialBench({ project: { "a.json": `{"type": "service_account"${text}` } });
  const report = await bench.detect(googleCredentialsDetector);
  expect([report.failure, report.resources, report.diagnostics]).toEqual([undefined, [], []]);
});

test.each(HOSTILE_TEXTS)("any text %#", async (text) => {
  const report = await detectInHome(
    googleCredentialsDetector,
    ".config/gcloud/application_default_credentials.json",
    text,
  );
  expect(report.failure).toBeUndefined();
  expect(
    report.diagnostics.every(({ file }) => file === "~/.config/gcloud/application_default_credentials.json"),
  ).toBe(true);
});
