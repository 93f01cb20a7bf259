import { expect, test } from "vitest";
import type { OperatingSystem, Platform } from "../../src/platform/types.ts";
import {
  absolutePath,
  homePath,
  looksLikePath,
  pathInTree,
  userConfigPath,
  variablePath,
} from "../../src/registry/home-path.ts";
import { createBench } from "../support/detector-bench.ts";

async function platformOf(os: OperatingSystem, env: Record<string, string> = {}): Promise<Platform> {
  const { context } = await createBench();
  const isWindows = os === "windows";
  const homeFolder = isWindows ? "C:\\Users\\stella" : "/home/stella";
  const workingFolder = isWindows ? "D:\\dome" : "/srv/dome";
  return { ...context.platform, host: { ...context.platform.host, os, env, homeFolder, workingFolder } };
}

test("places in the home folder of each system", async () => {
  const linux = await platformOf("linux");
  expect(homePath(linux, ".aws", "config")).toBe("/home/stella/.aws/config");
  expect(userConfigPath(linux, "gh")).toBe("/home/stella/.config/gh");
  expect(userConfigPath(await platformOf("macos", { XDG_CONFIG_HOME: "/x" }), "gh")).toBe("/x/gh");
  const windows = await platformOf("windows");
  expect(homePath(windows, ".aws", "config")).toBe("C:\\Users\\stella\\.aws\\config");
  expect(userConfigPath(windows, "gh")).toBe("C:\\Users\\stella\\AppData\\Roaming\\gh");
  expect(userConfigPath(await platformOf("windows", { APPDATA: "E:\\a" }), "gh")).toBe("E:\\a\\gh");
});

test("paths as people write them", async () => {
  const linux = await platformOf("linux", { A: "~/x", B: "y/z", C: "" });
  expect([variablePath(linux, "A"), variablePath(linux, "B"), variablePath(linux, "C")]).toEqual([
    "/home/stella/x",
    "/srv/dome/y/z",
    undefined,
  ]);
  expect(absolutePath(linux, "a/../b", "/keys")).toBe("/keys/b");
  expect(absolutePath(await platformOf("windows"), "~\\x")).toBe("C:\\Users\\stella\\x");
});

test("paths inside the tree", async () => {
  const { context } = await createBench();
  const at = (path: string) => pathInTree(path, context);
  expect([at(`${context.workspace.root}/a/b`), at(context.workspace.root), at("/etc/hosts")]).toEqual([
    "a/b",
    undefined,
    undefined,
  ]);
});

test("values that are no paths", () => {
  for (const path of ["/a/b", "~/a", "./a", "..\\a", "C:\\a", "keys/dome.json"])
    expect(looksLikePath(path)).toBe(true);
  for (const text of ["", "canary", '{"a": "/b"}', "/a\nb", "canary.canary.canary"]) {
    expect(looksLikePath(text)).toBe(false);
  }
});
