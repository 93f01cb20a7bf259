import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { removeStaleFiles } from "../../src/state/stale-files.ts";
import { openState, prepareFolder } from "../../src/state/state-folder.ts";
import { temporaryFolder } from "../support/folders.ts";

const HOUR_S = 3_600;

test("what killed writers left goes after an hour, broken files after a month, all else stays", () => {
  const root = temporaryFolder();
  const state = openState(createNodePlatform({ workingFolder: root, env: { HOME: root } }), root);
  prepareFolder(state);
  const ages: Readonly<Record<string, number>> = {
    ".resources.json.41.0123abcd.tmp": 2 * HOUR_S,
    ".resources.json.42.0123abcd.tmp": HOUR_S / 2,
    "lock.0123abcd": 2 * HOUR_S,
    "lock.4567abcd": HOUR_S / 2,
    lock: 2 * HOUR_S,
    "resources.json": 900 * 24 * HOUR_S,
    ".notes.tmp": 900 * 24 * HOUR_S,
    "resources.json.corrupt-a": 31 * 24 * HOUR_S,
    "resources.json.corrupt-b": 29 * 24 * HOUR_S,
  };
  for (const [name, age] of Object.entries(ages)) {
    const path = join(root, ".orchestra", name);
    writeFileSync(path, "");
    const then = Date.now() / 1_000 - age;
    utimesSync(path, then, then);
  }
  removeStaleFiles(state);
  expect(readdirSync(join(root, ".orchestra")).toSorted()).toEqual(
    [
      ".gitignore",
      ".notes.tmp",
      ".resources.json.42.0123abcd.tmp",
      "lock",
      "lock.4567abcd",
      "resources.json",
      "resources.json.corrupt-b",
    ].toSorted(),
  );
});
