import { expect, test } from "vitest";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import type { Platform } from "../../src/platform/types.ts";
import { askStatusAhead } from "../../src/workspace/git-question.ts";
import { openWorkspace } from "../../src/workspace/open-workspace.ts";
import { commitAll, temporaryFolder, writeTree } from "../support/folders.ts";

/** Counts how often git is started. */
function counting(): { readonly platform: Platform; readonly started: string[] } {
  const real = createNodePlatform({ env: { PATH: process.env["PATH"], GIT_CONFIG_NOSYSTEM: "1" } });
  const started: string[] = [];
  const runForBytes: Platform["processes"]["runForBytes"] = (program, parameters, options) => {
    started.push(parameters.find((word) => /^[a-z][a-z-]+$/.test(word)) ?? "");
    return real.processes.runForBytes(program, parameters, options);
  };
  return { platform: { ...real, processes: { ...real.processes, runForBytes } }, started };
}

test("what was asked ahead is used once, for its own tree, and says what a question then would", async () => {
  const root = temporaryFolder();
  const other = temporaryFolder();
  for (const folder of [root, other]) {
    writeTree(folder, { "a.txt": "a", "b.txt": "b" });
    commitAll(folder);
    writeTree(folder, { "b.txt": "changed", "c.txt": "c" });
  }
  const { platform, started } = counting();
  const ahead = askStatusAhead(platform, root);
  expect(started).toEqual(["status"]);
  const elsewhere = await openWorkspace(platform, { root: other, ahead });
  expect(started).toEqual(["status", "status"]);
  const first = await openWorkspace(platform, { root, ahead });
  expect(started).toEqual(["status", "status"]);
  writeTree(root, { "d.txt": "d" });
  const second = await openWorkspace(platform, { root, ahead });
  expect(started).toEqual(["status", "status", "status"]);
  const list = ({ files }: typeof first) => files.map(({ path, state }) => `${state} ${path}`);
  expect(list(first)).toEqual(["tracked a.txt", "tracked b.txt", "untracked c.txt"]);
  expect(list(first)).toEqual(list(elsewhere));
  expect(list(second)).toEqual([...list(first), "untracked d.txt"]);
});

test("nothing is asked where no repository is, and what nobody takes is ended", async () => {
  const { platform, started } = counting();
  expect(askStatusAhead(platform, temporaryFolder())).toBeUndefined();
  expect(started).toEqual([]);
  const root = temporaryFolder();
  commitAll(root);
  const ahead = askStatusAhead(platform, root);
  ahead?.end();
  expect(await ahead?.take()).toEqual({ ended: "killed" });
});
