import { linkSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findSameContent } from "../../src/api/conflicts/same-content.ts";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { openWorkspace } from "../../src/workspace/open-workspace.ts";
import type { Workspace } from "../../src/workspace/types.ts";
import { commitAll, git, temporaryFolder, writeTree } from "../support/folders.ts";

const platform = createNodePlatform({ env: { PATH: process.env["PATH"], GIT_CONFIG_NOSYSTEM: "1" } });

function open(root: string, ignore: readonly string[] = []): Promise<Workspace> {
  return openWorkspace(platform, { root, ignore, comparesContent: true });
}

/** What the disk says, by reading everything. */
function byReading({ root, files }: Workspace): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const { path, kind, state, size } of files) {
    if (kind !== "file" || state === "ignored") continue;
    const text = readFileSync(join(root, path), "utf8");
    expect(size, path).toBe(Buffer.byteLength(text));
    if (text === "") continue;
    groups.set(text, [...(groups.get(text) ?? []), path]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** The same numbers each time. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const NAMES = ["a", "b", "c/d", "c/e", "c.d", "\u00e9", "\u{1f956}", "\uff21", "sub/x", "sub/y", "z"];
const TEXTS = ["", "one\n", "two\n", "three\n", "four\n", "a longer text\n"];

test("files with the same content are those that reading everything finds, whatever git knows of them", async () => {
  for (let seed = 1; seed <= 25; seed += 1) {
    const random = createRandom(seed);
    const root = temporaryFolder();
    const text = () => TEXTS[random(TEXTS.length)] ?? "";
    const some = (share: number) => NAMES.filter(() => random(100) < share);
    writeTree(root, {
      ".gitignore": "*.tmp\n",
      ...Object.fromEntries(some(80).map((name) => [name, text()])),
    });
    commitAll(root);
    // An index that was filled from a commit says of no file how large it is.
    if (seed % 3 === 0) git(root, "read-tree", "HEAD");
    writeTree(root, Object.fromEntries(some(30).map((name) => [name, text()])));
    for (const name of some(15)) rmSync(join(root, name), { force: true });
    writeTree(root, { "new.txt": text(), "scrap.tmp": text() });
    for (const ignore of [[], ["sub/**"]]) {
      const workspace = await open(root, ignore);
      const seen = byReading(workspace).toSorted((a, b) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1));
      expect(findSameContent(platform, workspace), `seed ${seed}`).toEqual(seen);
      const paths = workspace.files.map(({ path }) => path);
      expect(paths, `seed ${seed}`).toEqual(paths.toSorted());
    }
  }
});

test("names of one inode are one file, and nothing is read where git knows all ids", async () => {
  const root = temporaryFolder();
  writeTree(root, { "a.txt": "same\n", "b.txt": "same\n", "c.txt": "other\n" });
  linkSync(join(root, "c.txt"), join(root, "d.txt"));
  commitAll(root);
  const workspace = await open(root);
  const read: unknown[] = [];
  const readBytes: typeof platform.files.readBytes = (path, options) => {
    read.push(path);
    return platform.files.readBytes(path, options);
  };
  const watched = { ...platform, files: { ...platform.files, readBytes } };
  expect(findSameContent(watched, workspace)).toEqual([["a.txt", "b.txt"]]);
  expect(read).toEqual([]);
});

test("of a path in conflict the disk alone tells, and a part of a repository lists what is below it", async () => {
  const root = temporaryFolder();
  writeTree(root, { "sub/a.txt": "base\n", "sub/same.txt": "theirs\n", "above.txt": "theirs\n" });
  commitAll(root);
  git(root, "checkout", "-q", "-b", "other");
  writeTree(root, { "sub/a.txt": "theirs\n" });
  git(root, "commit", "-qam", "theirs");
  git(root, "checkout", "-q", "main");
  writeTree(root, { "sub/a.txt": "ours\n" });
  git(root, "commit", "-qam", "ours");
  expect(() => git(root, "merge", "-q", "other")).toThrow();
  writeTree(root, { "sub/a.txt": "theirs\n" });
  const workspace = await open(join(root, "sub"));
  expect(workspace.files.map(({ path, state }) => [path, state])).toEqual([
    ["a.txt", "tracked"],
    ["same.txt", "tracked"],
  ]);
  expect(findSameContent(platform, workspace)).toEqual([["a.txt", "same.txt"]]);
});

test("what a sparse checkout leaves out, and what orchestra keeps, is not listed", async () => {
  const root = temporaryFolder();
  writeTree(root, { "in/a": "a\n", "out/b": "b\n", ".orchestra/x": "x\n", ".orchestra-notes": "n\n" });
  git(root, "init", "-q", "-b", "main");
  git(root, "add", "-A", "-f");
  git(root, "commit", "-qm", "base");
  git(root, "update-index", "--skip-worktree", "out/b");
  rmSync(join(root, "out"), { recursive: true });
  const { files } = await open(root);
  expect(files.map(({ path }) => path)).toEqual([".orchestra-notes", "in/a"]);
});
