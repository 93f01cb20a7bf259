import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { OperatingSystem } from "../../../src/platform/types.ts";
import { gcloudConfigDetector } from "../../../src/registry/detectors/gcloud-config/index.ts";
import { gcloudFolder } from "../../../src/registry/gcloud-folder.ts";
import { createBench } from "../../support/detector-bench.ts";
import { linesOf, metadataOf } from "../../support/report.ts";

test("every configuration with its settings and their places; what overrides the active one is named", async () => {
  const bench = await createBench({ fixture: "gcloud-config", env: { CLOUDSDK_COMPUTE_REGION: "us-east1" } });
  const report = await bench.detect(gcloudConfigDetector);
  expect(linesOf(report)).toEqual([
    "gcp_service gcloud:home - available ~/.config/gcloud/configurations/config_home:2",
    "gcp_service gcloud:work - available ~/.config/gcloud/configurations/config_work:3",
  ]);
  expect(metadataOf(report, "gcloud:work")).toMatchObject({
    project: "bakery-stage-1",
    account: "baker@example.com",
    region: "europe-west1",
    isActive: true,
    overriddenBy: { region: "CLOUDSDK_COMPUTE_REGION" },
    places: {
      project: { file: "~/.config/gcloud/configurations/config_work", line: 3 },
      region: { line: 6 },
    },
  });
  expect(metadataOf(report, "gcloud:home")["isActive"]).toBe(false);
});

test("a configuration that is named and not there is missing; verification sees a file go", async () => {
  const named = await createBench({ fixture: "gcloud-config", env: { CLOUDSDK_ACTIVE_CONFIG_NAME: "gone" } });
  expect(linesOf(await named.detect(gcloudConfigDetector))).toContain(
    "gcp_service gcloud:gone - missing ~/.config/gcloud/configurations/config_gone",
  );
  const bench = await createBench({ fixture: "gcloud-config" });
  const [resource] = (await bench.detect(gcloudConfigDetector)).resources;
  if (resource === undefined) throw new Error("nothing was found");
  expect(await gcloudConfigDetector.verify?.(resource, bench.context)).toEqual({ status: "available" });
  rmSync(join(bench.home, ".config/gcloud/configurations"), { recursive: true });
  expect(await gcloudConfigDetector.verify?.(resource, bench.context)).toMatchObject({ status: "missing" });
});

test("a broken configuration gives what can be read and one diagnostic with its place", async () => {
  const bench = await createBench({
    home: {
      ".config/gcloud/configurations/config_default":
        "[core]\nproject = bakery-1\n[broken\n[proxy]\npassword = canary\n",
      ".config/gcloud/configurations/config_../../escape": "",
      ".config/gcloud/configurations/config_Upper": "",
      ".config/gcloud/configurations/notes.txt": "canary",
    },
  });
  const report = await bench.detect(gcloudConfigDetector);
  expect(report.resources.map(({ name }) => name)).toEqual(["gcloud:default"]);
  expect(metadataOf(report, "gcloud:default")).toMatchObject({ project: "bakery-1", isActive: true });
  expect(report.diagnostics).toMatchObject([
    { file: "~/.config/gcloud/configurations/config_default", line: 3 },
  ]);
  expect(JSON.stringify(report)).not.toContain("canary");
});

test("where nobody used gcloud, or turned its configurations off, none is missing", async () => {
  expect(linesOf(await (await createBench()).detect(gcloudConfigDetector))).toEqual([]);
  const off = await createBench({ env: { CLOUDSDK_ACTIVE_CONFIG_NAME: "NONE" }, fixture: "gcloud-config" });
  const report = await off.detect(gcloudConfigDetector);
  expect(report.resources.map(({ metadata }) => metadata["isActive"])).toEqual([false, false]);
});

test("the folder of gcloud on each system", async () => {
  const { platform } = (await createBench()).context;
  const folderOn = (os: OperatingSystem, homeFolder: string, env: Record<string, string>) =>
    gcloudFolder({ ...platform, host: { ...platform.host, os, homeFolder, env } });
  expect(folderOn("macos", "/Users/baker", {})).toBe("/Users/baker/.config/gcloud");
  expect(folderOn("linux", "/home/baker", { CLOUDSDK_CONFIG: "/cfg" })).toBe("/cfg");
  expect(folderOn("windows", "C:\\Users\\baker", {})).toBe("C:\\Users\\baker\\AppData\\Roaming\\gcloud");
  expect(folderOn("windows", "C:\\Users\\baker", { APPDATA: "D:\\data" })).toBe("D:\\data\\gcloud");
});
