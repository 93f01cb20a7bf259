import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { begin } from "../../src/api/begin.ts";
import { OrchestraError } from "../../src/model/errors.ts";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { forgetIndex } from "../../src/state/refreshed-index.ts";
import { openState } from "../../src/state/state-folder.ts";
import { commitAll, temporaryFolder, writeTree } from "../support/folders.ts";

async function statusOf(root: string): Promise<string> {
  const env = { PATH: process.env["PATH"], HOME: join(root, ".git"), GIT_CONFIG_NOSYSTEM: "1" };
  const { ahead } = await begin({ root, env }, { looks: true });
  const answer = await ahead?.take();
  expect(answer).toMatchObject({ ended: "exited", exitCode: 0 });
  return answer?.ended === "exited" ? answer.stdout.toString("utf8").replaceAll("\0", ";") : "";
}

function copiesIn(root: string): readonly string[] {
  return readdirSync(join(root, ".orchestra/cache")).filter((name) => name.startsWith("git-index-"));
}

function repository(): string {
  const root = temporaryFolder();
  writeTree(root, { "a.txt": "one", "b.txt": "two", ".gitignore": ".orchestra/\n" });
  commitAll(root);
  return root;
}

test("before there is a cache, nothing is made", async () => {
  const root = repository();
  expect(await statusOf(root)).toBe("");
  expect(readdirSync(root).toSorted()).toEqual([".git", ".gitignore", "a.txt", "b.txt"]);
});

test("git refreshes an index of ours, and the repository's own stays as it is", async () => {
  const root = repository();
  writeTree(root, { ".orchestra/cache/x": "" });
  const index = join(root, ".git/index");
  const before = readFileSync(index);
  const { ino } = statSync(index);
  expect(await statusOf(root)).toBe("!! .orchestra/;");
  expect(await statusOf(root)).toBe("!! .orchestra/;");
  expect(copiesIn(root)).toHaveLength(1);
  expect(statSync(join(root, ".orchestra/cache", copiesIn(root)[0] ?? "")).ino).not.toBe(ino);
  expect(statSync(index).ino).toBe(ino);
  expect(readFileSync(index).equals(before)).toBe(true);
});

test("what is written in the second of the index, at the same length, is seen", async () => {
  const root = repository();
  writeTree(root, { ".orchestra/cache/x": "" });
  writeFileSync(join(root, "a.txt"), "ONE");
  expect(await statusOf(root)).toBe(" M a.txt;!! .orchestra/;");
  writeFileSync(join(root, "b.txt"), "TWO");
  expect(await statusOf(root)).toBe(" M a.txt; M b.txt;!! .orchestra/;");
  writeFileSync(join(root, "a.txt"), "one");
  expect(await statusOf(root)).toBe(" M b.txt;!! .orchestra/;");
});

test("an index that was written since is another one, and the older goes", async () => {
  const root = repository();
  writeTree(root, { ".orchestra/cache/x": "" });
  await statusOf(root);
  const [older] = copiesIn(root);
  writeTree(root, { "c.txt": "three" });
  execFileSync("git", ["add", "c.txt"], { cwd: root });
  expect(await statusOf(root)).toBe("A  c.txt;!! .orchestra/;");
  expect(copiesIn(root)).toHaveLength(1);
  expect(copiesIn(root)).not.toEqual([older]);
});

test("one that git cannot read is left for the repository's own", async () => {
  const root = repository();
  writeTree(root, { ".orchestra/cache/x": "" });
  await statusOf(root);
  const [copy] = copiesIn(root);
  writeTree(root, { [`.orchestra/cache/${copy}`]: "no index", "a.txt": "changed" });
  expect(await statusOf(root)).toBe(" M a.txt;!! .orchestra/;");
  expect(copiesIn(root)).toEqual([]);
  expect(await statusOf(root)).toBe(" M a.txt;!! .orchestra/;");
  expect(copiesIn(root)).toEqual([copy]);
});

test("one that cannot be taken away stays, and stops nobody", () => {
  const real = createNodePlatform();
  const files = {
    ...real.files,
    removeFile: () => {
      throw new OrchestraError("STATE_UNWRITABLE", "no", { file: "x", hint: "" });
    },
  };
  const state = openState({ ...real, files }, temporaryFolder());
  expect(() => {
    forgetIndex(state, "x");
  }).not.toThrow();
});
