import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
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

test("a repository gives tracked, modified, untracked and ignored files, not deleted ones", async () => {
  const root = temporaryFolder();
  writeTree(root, {
    ".gitignore": ".env\nkeys/\nnode_modules/\n",
    "a.txt": "one",
    "b.txt": "two",
    "c.txt": "three",
  });
  commitAll(root);
  writeTree(root, {
    "b.txt": "changed",
    "new.txt": "n",
    ".env": "A=1",
    "keys/key.json": "{}",
    "node_modules/x/y.js": "",
  });
  rmSync(join(root, "c.txt"));
  const workspace = await open(root);
  expect(listed(workspace)).toEqual([
    "ignored file .env",
    "tracked file .gitignore",
    "tracked file a.txt",
    "tracked file b.txt",
    "ignored file keys/key.json",
    "untracked file new.txt",
  ]);
  expect(workspace.get("a.txt")?.contentId).toBe(git(root, "hash-object", "a.txt").trim());
  expect(workspace.get("b.txt")?.contentId).toMatch(/^stat:7-/);
  expect(workspace.get("a.txt")?.size).toBe(3);
  expect(workspace.diagnostics).toEqual([]);
  expect([workspace.has("keys"), workspace.has("c.txt"), workspace.has("nowhere")]).toEqual([
    true,
    false,
    false,
  ]);
});

test("a folder of a repository is listed by itself, with paths of its own", async () => {
  const root = temporaryFolder();
  writeTree(root, {
    "packages/oven/a.txt": "a",
    "packages/oven/b.txt": "b",
    "other.txt": "o",
    ".gitignore": "*.log\n",
  });
  commitAll(root);
  writeTree(root, {
    "packages/oven/b.txt": "changed",
    "packages/oven/new.txt": "n",
    "packages/oven/x.log": "x",
  });
  const workspace = await open(join(root, "packages/oven"));
  expect(listed(workspace)).toEqual([
    "tracked file a.txt",
    "tracked file b.txt",
    "untracked file new.txt",
    "ignored file x.log",
  ]);
  expect(workspace.get("b.txt")?.contentId).toMatch(/^stat:/);
  expect(workspace.repository?.workTree).toBe(root);
});

test("an empty repository, a bare one and none at all give what there is", async () => {
  const empty = temporaryFolder();
  git(empty, "init", "-q");
  writeTree(empty, { "a.txt": "a" });
  expect(listed(await open(empty))).toEqual(["untracked file a.txt"]);
  const bare = temporaryFolder();
  git(bare, "init", "-q", "--bare");
  const workspace = await open(bare);
  expect(workspace.repository?.workTree).toBeUndefined();
  expect(workspace.has("HEAD")).toBe(true);
  const plain = temporaryFolder();
  writeTree(plain, { "a.txt": "a", "b/c.txt": "c", "node_modules/x.js": "" });
  expect(listed(await open(plain))).toEqual(["untracked file a.txt", "untracked file b/c.txt"]);
});

test("outside git, .gitignore files are honoured as git reads them", async () => {
  const root = temporaryFolder();
  writeTree(root, {
    ".gitignore": "*.log\n!keep.log\nsecret/\n",
    "a.log": "",
    "keep.log": "",
    "secret/k.txt": "",
    "b.txt": "",
  });
  expect(listed(await open(root))).toEqual([
    "untracked file .gitignore",
    "ignored file a.log",
    "untracked file b.txt",
    "untracked file keep.log",
    "ignored file secret/k.txt",
  ]);
});

test("linked work trees and submodules are understood", async () => {
  const root = temporaryFolder();
  writeTree(root, { "main/a.txt": "a", "lib/l.txt": "l" });
  commitAll(join(root, "lib"));
  commitAll(join(root, "main"));
  git(join(root, "main"), "submodule", "add", "-q", join(root, "lib"), "vendor-lib");
  git(join(root, "main"), "commit", "-q", "-m", "submodule");
  git(join(root, "main"), "worktree", "add", "-q", join(root, "tree"), "-b", "side");
  const main = await open(join(root, "main"));
  expect(main.get("vendor-lib")?.kind).toBe("submodule");
  const tree = await open(join(root, "tree"));
  expect(tree.get("a.txt")?.state).toBe("tracked");
  expect(tree.repository?.commonFolder).toBe(join(root, "main/.git"));
  const submodule = await open(join(root, "main/vendor-lib"));
  expect(listed(submodule)).toEqual(["tracked file l.txt"]);
});

test("a repository that git cannot read is walked, and says so", async () => {
  const root = temporaryFolder();
  writeTree(root, { "a.txt": "a" });
  commitAll(root);
  writeFileSync(join(root, ".git/index"), "broken");
  const workspace = await open(root);
  expect(listed(workspace)).toEqual(["untracked file a.txt"]);
  expect(workspace.diagnostics.map(({ code, file }) => [code, file])).toEqual([["GIT_REFUSED", ".git"]]);
});

test("links lead nowhere outside; loops, FIFOs, sockets and odd names are survived", async () => {
  const root = temporaryFolder();
  const outside = temporaryFolder();
  writeTree(outside, { "secret.txt": "outside" });
  writeTree(root, { "inside.txt": "inside" });
  symlinkSync(join(outside, "secret.txt"), join(root, "out"));
  symlinkSync("inside.txt", join(root, "in"));
  symlinkSync("loop", join(root, "loop"));
  symlinkSync(".", join(root, "self"));
  execFileSync("mkfifo", [join(root, "pipe")]);
  writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0x6f, 0xff, 0x76])]), "odd");
  const server = createServer().listen(join(root, "sock"));
  await new Promise((done) => server.on("listening", done));
  const workspace = await open(root);
  server.close();
  expect(listed(workspace)).toEqual([
    "untracked link in",
    "untracked file inside.txt",
    "untracked link loop",
    "untracked file o\\xffv",
    "untracked link out",
    "untracked other pipe",
    "untracked link self",
    "untracked other sock",
  ]);
  expect(workspace.readText("out")).toEqual({ isRead: false, reason: "outside_root" });
  expect(workspace.readText("in")).toEqual({ isRead: true, text: "inside" });
  expect(workspace.readText("loop").isRead).toBe(false);
  expect(workspace.readText("self").isRead).toBe(false);
  expect(workspace.readText("pipe")).toEqual({ isRead: false, reason: "not_a_file" });
  expect(workspace.readText("o\\xffv")).toEqual({ isRead: true, text: "odd" });
});

test("a file that vanished after the listing is missing, without noise", async () => {
  const root = temporaryFolder();
  writeTree(root, { "a.txt": "a" });
  const workspace = await open(root);
  rmSync(join(root, "a.txt"));
  expect(workspace.readText("a.txt")).toEqual({ isRead: false, reason: "missing" });
  expect(workspace.diagnostics).toEqual([]);
});

test.skipIf(process.getuid?.() === 0)(
  "an unreadable folder costs one diagnostic (skipped: root reads everything)",
  async () => {
    const root = temporaryFolder();
    writeTree(root, { "a.txt": "a", "closed/b.txt": "b" });
    chmodSync(join(root, "closed"), 0o000);
    const workspace = await open(root);
    chmodSync(join(root, "closed"), 0o700);
    expect(workspace.diagnostics.map(({ code, file }) => [code, file])).toEqual([
      ["FOLDER_UNREADABLE", "closed"],
    ]);
  },
);

test("a file is opened and parsed once, whoever asks; a broken one gives a diagnostic with its line", async () => {
  const root = temporaryFolder();
  writeTree(root, {
    "good.json": '{"a": 1}',
    "bad.json": '{"a": 1,\n "b": }',
    "chart/Chart.yaml": "name: x",
  });
  const platform = platformIn(root);
  const opened: string[] = [];
  const readText: Platform["files"]["readText"] = (path, options) => {
    opened.push(String(path));
    return platform.files.readText(path, options);
  };
  const workspace = await openWorkspace({ ...platform, files: { ...platform.files, readText } }, { root });
  opened.length = 0;
  const [first, second] = await Promise.all([
    workspace.parse("good.json", "json"),
    workspace.parse("good.json", "json"),
  ]);
  expect(first).toBe(second);
  workspace.readText("good.json");
  await workspace.parse("bad.json", "json");
  await workspace.parse("bad.json", "json");
  expect(opened).toEqual([join(root, "good.json"), join(root, "bad.json")]);
  expect(workspace.diagnostics).toMatchObject([{ code: "PARSE_ERROR", file: "bad.json", line: 2 }]);
});

test("templates that do not parse are no fault, and large files are said to be left out", async () => {
  const root = temporaryFolder();
  writeTree(root, {
    "chart/Chart.yaml": "name: bakery",
    "chart/templates/oven.yaml": "a: {{ .Values.heat }\n  b: [",
    "deploy.yaml.tpl": "a: [",
    "big.json": `"${"x".repeat(2_100_000)}"`,
  });
  const workspace = await open(root);
  await workspace.parse("chart/templates/oven.yaml", "yaml");
  await workspace.parse("deploy.yaml.tpl", "yaml");
  await workspace.parse("big.json", "json");
  expect(workspace.diagnostics).toMatchObject([
    { code: "FILE_TOO_LARGE", file: "big.json", severity: "info" },
  ]);
});

test("paths that the settings ignore are not listed, nor is the state's own folder", async () => {
  const root = temporaryFolder();
  writeTree(root, { "a.txt": "", "legacy/b.txt": "", "docs/x.log": "", ".orchestra/resources.json": "{}" });
  const workspace = await openWorkspace(platformIn(root), { root, ignore: ["legacy/", "**/*.log"] });
  expect(workspace.files.map(({ path }) => path)).toEqual(["a.txt"]);
});

test("a deep tree ends at the bound instead of the stack", async () => {
  const root = temporaryFolder();
  mkdirSync(join(root, ...Array.from({ length: 90 }, () => "d")), { recursive: true });
  writeTree(root, { "d/d/a.txt": "" });
  expect(listed(await open(root))).toEqual(["untracked file d/d/a.txt"]);
});

test("a broken file costs one diagnostic, which says how much more is wrong", async () => {
  const root = temporaryFolder();
  writeTree(root, { "one.json": "{]", "two.json": "{]}}\n[,,]" });
  const workspace = await open(root);
  for (const path of ["one.json", "two.json"]) await workspace.parse(path, "json");
  const found = workspace.diagnostics.map(({ code, file, hint }) => [
    code,
    file,
    /^\d+ more below/.test(hint ?? ""),
  ]);
  expect(found.map(([code, file]) => [code, file])).toEqual([
    ["PARSE_ERROR", "one.json"],
    ["PARSE_ERROR", "two.json"],
  ]);
  expect(found[1]?.[2]).toBe(true);
});
