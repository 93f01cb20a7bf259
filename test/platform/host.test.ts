import { expect, test } from "vitest";
import { describeHost, type HostFacts } from "../../src/platform/host.ts";

function hostWith(facts: Partial<HostFacts>) {
  return describeHost({
    platform: "linux",
    architecture: "x64",
    env: {},
    homeFolder: "/home/baker",
    workingFolder: "/bakery",
    procFolder: "/proc",
    processId: 7,
    userId: 1_000,
    hostName: "oven",
    ...facts,
  });
}

test.each([
  {
    platform: "linux",
    os: "linux",
    cacheFolder: "/home/baker/.cache/orchestra",
    configFolder: "/home/baker/.config/orchestra",
  },
  {
    platform: "darwin",
    os: "macos",
    cacheFolder: "/home/baker/Library/Caches/orchestra",
    configFolder: "/home/baker/Library/Application Support/orchestra",
  },
  {
    platform: "freebsd",
    os: "other",
    cacheFolder: "/home/baker/.cache/orchestra",
    configFolder: "/home/baker/.config/orchestra",
  },
])("the folders of $platform", ({ platform, ...expected }) => {
  expect(hostWith({ platform })).toMatchObject(expected);
});

test("the folders of Windows, with and without its variables", () => {
  const facts = { platform: "win32", homeFolder: "C:\\Users\\baker" };
  expect(hostWith(facts)).toMatchObject({
    os: "windows",
    cacheFolder: "C:\\Users\\baker\\AppData\\Local\\orchestra\\cache",
    configFolder: "C:\\Users\\baker\\AppData\\Roaming\\orchestra",
  });
  const env = {
    USERPROFILE: "D:\\baker",
    HOME: "/ignored",
    LOCALAPPDATA: "D:\\local",
    APPDATA: "D:\\roaming",
  };
  expect(hostWith({ ...facts, env })).toMatchObject({
    homeFolder: "D:\\baker",
    cacheFolder: "D:\\local\\orchestra\\cache",
    configFolder: "D:\\roaming\\orchestra",
  });
});

test("XDG folders are honoured when they are absolute, and HOME before what the system says", () => {
  const chosen = hostWith({ env: { HOME: "/srv/baker", XDG_CACHE_HOME: "/fast", XDG_CONFIG_HOME: "/safe" } });
  expect(chosen).toMatchObject({
    homeFolder: "/srv/baker",
    cacheFolder: "/fast/orchestra",
    configFolder: "/safe/orchestra",
  });
  const relative = hostWith({ env: { HOME: "", XDG_CACHE_HOME: "cache", XDG_CONFIG_HOME: "" } });
  expect(relative).toMatchObject({
    homeFolder: "/home/baker",
    cacheFolder: "/home/baker/.cache/orchestra",
    configFolder: "/home/baker/.config/orchestra",
  });
});
