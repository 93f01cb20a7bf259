import { expect, test } from "vitest";
import { libraryDetector } from "../../../src/registry/detectors/library/index.ts";
import { createBench } from "../../support/detector-bench.ts";
import { linesOf, metadataOf } from "../../support/report.ts";

test("cloud and AI libraries of every manifest, and no other package", async () => {
  const project = { "node_modules/x/package.json": '{"dependencies": {"twilio": "4.0.0"}}' };
  const bench = await createBench({ fixture: "library", project });
  const report = await bench.detect(libraryDetector);
  expect(linesOf(report)).toEqual([
    "api_client @google-cloud/storage 7.1.0 available package.json:3",
    "api_client Azure.Storage.Blobs 12.19.1 available shop.csproj:1",
    "api_client anthropic 0.30.1 available services/api/requirements.txt:2",
    "api_client aws-sdk-s3 (crates) 1.20 available Cargo.toml:2",
    "api_client aws-sdk-s3 (rubygems) 1.1 available Gemfile:1",
    "api_client cloud.google.com/go/storage v1.40.0 available go.mod:4",
    "api_client com.google.cloud:google-cloud-storage 2.36.1 available pom.xml:4",
    "api_client google-cloud-pubsub 2.0 available services/api/requirements.txt:3",
    "api_client google-cloud-storage >=2.1 available services/api/pyproject.toml:2",
    "api_client openai (npm) 4.20.0 available package.json:4",
    "api_client openai (pypi) 1.3 available services/api/pyproject.toml:2",
    "api_client software.amazon.awssdk:s3 2.25.0 available build.gradle.kts:2",
    "api_client stripe - available package.json:7",
    "sdk aws/aws-sdk-php 3.300 available composer.json:1",
    "sdk boto3 1.34 available services/api/pyproject.toml:5",
  ]);
  expect(metadataOf(report, "@google-cloud/storage")).toMatchObject({
    ecosystem: "npm",
    provider: "google",
    declaredVersion: "^7.1.0",
  });
  expect(JSON.stringify(report)).not.toContain("canary");
});
