import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ResourceDraft } from "../../src/model/resource.ts";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { openAnswerCache } from "../../src/state/answer-cache.ts";
import { openExtractionCache } from "../../src/state/extraction-cache.ts";
import { openState } from "../../src/state/state-folder.ts";
import { temporaryFolder } from "../support/folders.ts";

const ROLL: ResourceDraft = {
  name: "roll",
  resourceType: "config",
  accessPattern: "roll.json",
  description: "A recipe",
  status: "available",
  file: "roll.json",
  line: 3,
};

function setUp() {
  const home = temporaryFolder();
  const platform = createNodePlatform({
    workingFolder: home,
    env: { HOME: home, XDG_CACHE_HOME: join(home, "cache") },
  });
  return {
    home,
    platform,
    state: openState(platform, home),
    answers: join(home, "cache/orchestra/answers.json"),
  };
}

test("answers are kept for their user alone, and written only when one changed", () => {
  const { platform, answers } = setUp();
  openAnswerCache(platform).save();
  expect(existsSync(answers)).toBe(false);
  const first = openAnswerCache(platform);
  first.set("/usr/bin/oven", { version: "2.1" });
  first.save();
  expect(statSync(answers).mode & 0o777).toBe(0o600);
  expect(statSync(join(answers, "..")).mode & 0o777).toBe(0o700);
  expect(openAnswerCache(platform).get("/usr/bin/oven")).toEqual({ version: "2.1" });
  const inode = statSync(answers).ino;
  openAnswerCache(platform).save();
  expect(statSync(answers).ino).toBe(inode);
});

test("the newest five thousand answers are kept", () => {
  const { platform } = setUp();
  const cache = openAnswerCache(platform);
  for (let at = 0; at < 5_002; at += 1) cache.set(`tool-${at}`, at);
  cache.set("tool-0", "again");
  cache.save();
  const kept = openAnswerCache(platform);
  expect(["tool-0", "tool-1", "tool-2", "tool-3"].map((key) => kept.get(key))).toEqual([
    "again",
    undefined,
    undefined,
    3,
  ]);
});

test.each(["", "{", "[]", "null", '"text"', "{}"])(
  "a cache that reads %j is empty and serves again",
  (text) => {
    const { home, platform, state, answers } = setUp();
    mkdirSync(join(answers, ".."), { recursive: true });
    mkdirSync(join(home, ".orchestra/cache"), { recursive: true });
    writeFileSync(answers, text);
    writeFileSync(join(home, ".orchestra/cache/extractions.json"), text);
    const cache = openAnswerCache(platform);
    expect(cache.get("oven")).toBeUndefined();
    cache.set("oven", 1);
    cache.save();
    expect(openAnswerCache(platform).get("oven")).toBe(1);
    const file = { path: "roll.json", contentId: "1" };
    const extractions = openExtractionCache(state, "1");
    expect(extractions.get("config-file", file)).toBeUndefined();
    extractions.set("config-file", file, { resources: [ROLL] });
    extractions.save();
    expect(openExtractionCache(state, "1").get("config-file", file)).toEqual({ resources: [ROLL] });
  },
);

test("a cache that cannot be written costs nothing but time", () => {
  const { home, state } = setUp();
  writeFileSync(join(home, ".orchestra"), "in the way");
  const extractions = openExtractionCache(state, "1");
  extractions.set("config-file", { path: "roll.json", contentId: "1" }, { resources: [ROLL] });
  extractions.save();
  const platform = createNodePlatform({ workingFolder: home, env: { HOME: "/dev/null" } });
  const answers = openAnswerCache(platform);
  answers.set("oven", 1);
  answers.save();
  expect(readFileSync(join(home, ".orchestra"), "utf8")).toBe("in the way");
});

test("an extraction holds for its detector, its content and its version, and is forgotten when not asked for", () => {
  const { home, state } = setUp();
  const [roll, rye] = [
    { path: "roll.json", contentId: "1" },
    { path: "rye.json", contentId: "2" },
  ];
  const first = openExtractionCache(state, "1");
  first.set("config-file", roll, { resources: [ROLL] });
  first.set("config-file", rye, { resources: [] });
  first.set("sdk", roll, { resources: [] });
  first.save();
  const second = openExtractionCache(state, "1");
  expect(second.get("config-file", roll)).toEqual({ resources: [ROLL] });
  expect(second.get("sdk", roll)).toEqual({ resources: [] });
  expect(second.get("sdk", rye)).toBeUndefined();
  expect(second.get("config-file", { ...roll, contentId: "other" })).toBeUndefined();
  expect(openExtractionCache(state, "2").get("config-file", roll)).toBeUndefined();
  second.save();
  const third = openExtractionCache(state, "1");
  expect(third.get("config-file", rye)).toBeUndefined();
  expect(third.get("config-file", roll)).toEqual({ resources: [ROLL] });
  expect(readdirSync(join(home, ".orchestra/cache"))).toEqual(["extractions.json"]);
});
