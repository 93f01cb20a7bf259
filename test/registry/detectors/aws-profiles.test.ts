import { chmodSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { awsProfilesDetector } from "../../../src/registry/detectors/aws-profiles/index.ts";
import { extractLogin } from "../../../src/registry/detectors/aws-profiles/sso-logins.ts";
import { verifyResources } from "../../../src/registry/verify.ts";
import {
  createCredentialBench,
  detectInHome,
  expectNoSecret,
  HOSTILE_TEXTS,
  outline,
  resourceNamed,
} from "../../support/credential-bench.ts";

const fixture = "aws-profiles";

test("every profile with its place, and none of its secrets", async () => {
  const bench = await createCredentialBench({ fixture });
  const report = await bench.detect(awsProfilesDetector);
  expect(outline(report)).toMatchInlineSnapshot(`
    [
      "credential aws:archive available ~/.aws/config:21",
      "credential aws:default available ~/.aws/credentials:2",
      "credential aws:half degraded ~/.aws/credentials:12",
      "credential aws:observatory unauthorized ~/.aws/config:5",
      "credential aws:pipeline available ~/.aws/config:25",
      "credential aws:quiet unknown ~/.aws/config:29",
      "credential aws:telescope-admin available ~/.aws/config:16",
      "credential aws:visitor unauthorized ~/.aws/credentials:6",
    ]
  `);
  expectNoSecret(report);
});

test("what a profile says of itself", async () => {
  const bench = await createCredentialBench({ fixture, env: { AWS_PROFILE: "observatory" } });
  const report = await bench.detect(awsProfilesDetector);
  expect(resourceNamed(report, "aws:observatory").metadata).toMatchInlineSnapshot(`
    {
      "accountId": "111122223333",
      "expiresAt": "2021-02-03T04:05:06.000Z",
      "isActive": true,
      "isVerified": false,
      "kind": "sso",
      "places": [
        {
          "file": "~/.aws/config",
          "line": 5,
        },
      ],
      "profile": "observatory",
      "region": "eu-north-1",
      "ssoRegion": "eu-north-1",
      "ssoRole": "Astronomer",
      "ssoSession": "dome",
      "ssoStartUrl": "https://dome.awsapps.example/start",
    }
  `);
  expect(resourceNamed(report, "aws:telescope-admin").metadata).toMatchInlineSnapshot(`
    {
      "accountId": "444455556666",
      "isActive": false,
      "isVerified": false,
      "kind": "assume_role",
      "needsMfa": true,
      "places": [
        {
          "file": "~/.aws/config",
          "line": 16,
        },
      ],
      "profile": "telescope-admin",
      "roleArn": "arn:aws:iam::444455556666:role/TelescopeAdmin",
      "sourceProfile": "default",
    }
  `);
  expect(resourceNamed(report, "aws:archive").metadata["program"]).toBe("star-login");
  expect(resourceNamed(report, "aws:visitor").statusReason).toBe("expired on 2020-05-06");
  expect(resourceNamed(report, "aws:default").metadata["isActive"]).toBe(false);
});

test("keys that others may read are degraded", async () => {
  const bench = await createCredentialBench({ fixture });
  chmodSync(join(bench.home, ".aws/credentials"), 0o644);
  const report = await bench.detect(awsProfilesDetector);
  expect(resourceNamed(report, "aws:default")).toMatchObject({
    status: "degraded",
    statusReason: "readable by every user of this machine (mode 0644)",
  });
  expect(resourceNamed(report, "aws:pipeline").status).toBe("available");
});

test("a profile that AWS_PROFILE asks for in vain is missing", async () => {
  const bench = await createCredentialBench({ fixture, env: { AWS_PROFILE: "moon" } });
  expect(resourceNamed(await bench.detect(awsProfilesDetector), "aws:moon").status).toBe("missing");
});

test("files in other places", async () => {
  const bench = await createCredentialBench({
    home: { "dome/keys": "[night]\naws_access_key_id=canary-a\naws_secret_access_key=canary-b\n" },
    env: { AWS_SHARED_CREDENTIALS_FILE: "~/dome/keys", AWS_CONFIG_FILE: "/dev/null" },
  });
  const report = await bench.detect(awsProfilesDetector);
  expect(outline(report)).toEqual(["credential aws:night available ~/dome/keys:1"]);
});

test("verify tells a profile that is gone from one that is not", async () => {
  const bench = await createCredentialBench({ fixture });
  const { resources } = await bench.detect(awsProfilesDetector);
  writeFileSync(join(bench.home, ".aws/credentials"), "[half]\naws_access_key_id = canary\n");
  const verified = await verifyResources(resources, [awsProfilesDetector], bench.context);
  const statuses = Object.fromEntries(verified.map(({ name, status }) => [name, status]));
  expect(statuses).toMatchObject({
    "aws:half": "degraded",
    "aws:visitor": "missing",
    "aws:archive": "available",
  });
  rmSync(join(bench.home, ".aws"), { recursive: true });
  const later = await verifyResources(resources, [awsProfilesDetector], { ...bench.context });
  expect(new Set(later.map(({ status }) => status))).toEqual(new Set(["missing"]));
});

test("a login that renews itself has no end", () => {
  const login = { startUrl: "https://dome.example/start", expiresAt: "2021-02-03T04:05:06Z" };
  expect(extractLogin(JSON.stringify(login))).toEqual([
    ["https://dome.example/start", Date.UTC(2021, 1, 3, 4, 5, 6)],
  ]);
  expect(extractLogin(JSON.stringify({ ...login, refreshToken: "canary" }))).toEqual([]);
});

test.each(HOSTILE_TEXTS)("any text %#", async (text) => {
  for (const path of [".aws/config", ".aws/credentials"]) {
    const report = await detectInHome(awsProfilesDetector, path, text);
    expect(report.failure).toBeUndefined();
    expect(report.diagnostics.every(({ file }) => file === `~/${path}`)).toBe(true);
  }
});
