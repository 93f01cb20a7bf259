import { expect, test } from "vitest";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import type { Platform } from "../../src/platform/types.ts";
import { openWorkspace } from "../../src/workspace/open-workspace.ts";
import type { Workspace } from "../../src/workspace/types.ts";
import { commitAll, git, temporaryFolder, writeTree } from "../support/folders.ts";

function platformIn(root: string): Platform {
  const home = temporaryFolder();
  return createNodePlatform({
    workingFolder: root,
    env: { PATH: process.env["PATH"], HOME: home, GIT_CONFIG_NOSYSTEM: "1" },
  });
}

function open(root: string): Promise<Workspace> {
  return openWorkspace(platformIn(root), { root });
}

function listed(workspace: Workspace): readonly string[] {
  return workspace.files.map(({ path, state, kind }) => `${state} ${kind} ${path}`);
}

test("rarer indexes are read by git itself, and without git what is tracked is still known", async () => {
  for (const setting of [
    ["index.version", "4"],
    ["core.splitIndex", "true"],
  ]) {
    const root = temporaryFolder();
    writeTree(root, { "a.txt": "a", "b/c.txt": "c", "b/d.txt": "d" });
    git(root, "init", "-q");
    git(root, "config", ...setting);
    git(root, "add", "-A");
    git(
      root,
      "update-index",
      ...(setting[0] === "core.splitIndex" ? ["--split-index"] : ["--index-version", "4"]),
    );
    git(root, "commit", "-q", "-m", "base");
    expect(listed(await open(root)), setting[0]).toEqual([
      "tracked file a.txt",
      "tracked file b/c.txt",
      "tracked file b/d.txt",
    ]);
  }
  const root = temporaryFolder();
  writeTree(root, { "a.txt": "a" });
  commitAll(root);
  writeTree(root, { "new.txt": "n" });
  const platform = platformIn(root);
  const runForBytes: Platform["processes"]["runForBytes"] = async () => ({ ended: "not_found" });
  const workspace = await openWorkspace(
    { ...platform, processes: { ...platform.processes, runForBytes } },
    { root },
  );
  expect(listed(workspace)).toEqual(["tracked file a.txt", "untracked file new.txt"]);
  expect(workspace.diagnostics.map(({ code, file }) => [code, file])).toEqual([["GIT_MISSING", ".git"]]);
});

test("a program named git that is none does not hide the files", async () => {
  const root = temporaryFolder();
  writeTree(root, { "a.txt": "a" });
  commitAll(root);
  for (const script of ["#!/bin/sh\necho git version 9.9.9\n", "#!/bin/sh\nexit 0\n"]) {
    const programs = temporaryFolder();
    writeTree(programs, { git: script }, 0o755);
    const platform = createNodePlatform({ workingFolder: root, env: { PATH: programs, HOME: root } });
    const workspace = await openWorkspace(platform, { root });
    expect(workspace.files.map(({ path }) => path)).toEqual(["a.txt"]);
  }
});
