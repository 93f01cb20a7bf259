import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createConflictResolver } from "../../src/api/conflicts/resolver.ts";
import { createOrchestra } from "../../src/api/orchestra.ts";
import { linkBasicPrograms } from "../support/basic-programs.ts";
import { git, temporaryFolder, writeTree, type Tree } from "../support/folders.ts";
import { commitHistory, readTree } from "../support/history.ts";

const TWO_OVENS: Tree = {
  ".env": "NAME=bakery\nOVENS=4\nOVENS=7\n",
  "oven.md": "# Oven\n",
};

const KEY = { rules: ["duplicate_key"] };

function openBakery(tree: Tree = TWO_OVENS) {
  const root = temporaryFolder();
  commitHistory(root, [tree]);
  const env = { HOME: temporaryFolder(), PATH: linkBasicPrograms() };
  return { root, open: () => createOrchestra({ root, env }) };
}

test("a resolution is applied by another process, and undone", async () => {
  const { root, open } = openBakery();
  const resolver = createConflictResolver(open());
  const [conflict] = await resolver.detectConflicts(".", KEY);
  const { conflictId = "", strategies = [] } = conflict ?? {};
  const planned = await resolver.resolveConflict({ conflictId, strategy: strategies[0] ?? "" });
  expect(planned).toMatchObject({ conflictId, strategy: "priority", status: "planned" });
  expect(planned.diff).toContain("-OVENS=4\n");
  const other = createConflictResolver(open());
  const applied = await other.applyResolution(planned.resolutionId);
  expect(applied).toMatchObject({ status: "resolved", conflicts: [{ conflictId, status: "resolved" }] });
  expect(readFileSync(join(root, ".env"), "utf8")).toBe("NAME=bakery\nOVENS=7\n");
  expect(await other.getConflict(conflictId)).toMatchObject({ status: "resolved" });
  const history = await open().getResolutionHistory();
  expect(history.map(({ resolutionId, status }) => [resolutionId, status])).toEqual([
    [planned.resolutionId, "resolved"],
  ]);
  await open().undo(applied.executionId);
  expect(readFileSync(join(root, ".env"), "utf8")).toBe(TWO_OVENS[".env"]);
  const [back] = await open().detectConflicts(KEY);
  expect(back).toMatchObject({ conflictId, status: "pending" });
});

test("what the plan was made for may not change before it is applied", async () => {
  const { root, open } = openBakery();
  const [conflict] = await open().detectConflicts(KEY);
  const { resolutionId } = await open().resolveConflict(conflict?.conflictId ?? "", "priority");
  writeFileSync(join(root, ".env"), "OVENS=1\nOVENS=2\n");
  await expect(open().applyResolution(resolutionId)).rejects.toMatchObject({ code: "PLAN_STALE" });
  expect(readFileSync(join(root, ".env"), "utf8")).toBe("OVENS=1\nOVENS=2\n");
});

test("what a person did not commit is not written over without being told to", async () => {
  const { root, open } = openBakery();
  writeFileSync(join(root, ".env"), "NAME=bakery\nOVENS=4\nOVENS=8\n");
  const [conflict] = await open().detectConflicts(KEY);
  const { resolutionId } = await open().resolveConflict(conflict?.conflictId ?? "", "priority");
  await expect(open().applyResolution(resolutionId)).rejects.toMatchObject({ code: "PLAN_REFUSED" });
  const { status } = await open().applyResolution(resolutionId, { allowDirty: true });
  expect(status).toBe("resolved");
});

test("done and still found is partial, and stays so while it is found", async () => {
  const { open } = openBakery();
  const [conflict] = await open().detectConflicts(KEY);
  const actions = [{ kind: "write_file", params: { path: "bread.md", text: "# Bread\n" } }];
  const { resolutionId } = await open().resolveConflict(conflict?.conflictId ?? "", "manual", { actions });
  const applied = await open().applyResolution(resolutionId);
  expect(applied).toMatchObject({
    status: "partial",
    conflicts: [{ status: "partial", reason: "a new detection still finds it" }],
  });
  const [again] = await open().detectConflicts(KEY);
  expect(again).toMatchObject({ status: "partial", reason: "a new detection still finds it" });
});

test("what is left of it under another id is partial too", async () => {
  const { open } = openBakery({ "a/oven.txt": "hot\n", "b/oven.txt": "hot\n", "c/oven.txt": "hot\n" });
  const [conflict] = await open().detectConflicts({ rules: ["duplicate_file"] });
  const actions = [{ kind: "delete_file", params: { path: "c/oven.txt" } }];
  const { resolutionId } = await open().resolveConflict(conflict?.conflictId ?? "", "manual", { actions });
  const { status, conflicts } = await open().applyResolution(resolutionId);
  expect(status).toBe("partial");
  expect(conflicts[0]?.reason).toContain("is left of it");
});

test("begun and taken back is failed: nothing of it stays", async () => {
  const { root, open } = openBakery();
  const before = readTree(root);
  const [conflict] = await open().detectConflicts(KEY);
  const actions = [
    { kind: "delete_file", params: { path: "oven.md" } },
    { kind: "run_check", params: { program: "node", arguments: ["-e", "process.exit(1)"] } },
  ];
  const { resolutionId } = await open().resolveConflict(conflict?.conflictId ?? "", "manual", { actions });
  const applied = await open().applyResolution(resolutionId);
  expect(applied.status).toBe("failed");
  expect(readTree(root)).toEqual(before);
  expect(await open().getAllConflicts({ status: "failed" })).toHaveLength(1);
});

test("manual without changes waits for a person", async () => {
  const { root, open } = openBakery();
  const [conflict] = await open().detectConflicts(KEY);
  const planned = await open().resolveConflict(conflict?.conflictId ?? "", "manual");
  expect(planned).toMatchObject({ status: "manual", diff: "" });
  expect(planned.plan).toBeUndefined();
  await open().applyResolution(planned.resolutionId);
  expect(await open().getAllConflicts({ status: "manual" })).toHaveLength(1);
  expect(git(root, "status", "--porcelain")).toBe("");
});

test("keep_all lets any conflict be, with the reason", async () => {
  const { open } = openBakery();
  const [conflict] = await open().detectConflicts(KEY);
  const reason = "the second oven is for summer";
  const { resolutionId } = await open().resolveConflict(conflict?.conflictId ?? "", "keep_all", { reason });
  const { status } = await open().applyResolution(resolutionId);
  expect(status).toBe("ignored");
  const [kept] = await open().detectConflicts(KEY);
  expect(kept).toMatchObject({ status: "ignored", silencedBy: "person", reason });
});

test("a pair that means nothing is an error that says what is supported", async () => {
  const { root, open } = openBakery();
  const [conflict] = await open().detectConflicts(KEY);
  await expect(open().resolveConflict(conflict?.conflictId ?? "", "rename")).rejects.toMatchObject({
    code: "STRATEGY_UNSUPPORTED",
    hint: expect.stringContaining("duplicate_key supports priority, timestamp, manual, keep_all"),
  });
  await expect(open().resolveConflict(conflict?.conflictId ?? "", "hope")).rejects.toMatchObject({
    code: "USAGE",
  });
  await expect(open().resolveConflict("duplicate_key-000000000000", "priority")).rejects.toMatchObject({
    code: "CONFLICT_NOT_FOUND",
  });
  await expect(open().applyResolution("../../etc/passwd")).rejects.toMatchObject({
    code: "RESOLUTION_NOT_FOUND",
  });
  expect(existsSync(join(root, ".orchestra/resolutions"))).toBe(false);
});

test("several conflicts of one file are one plan, and what is refused is named", async () => {
  const marks = (line: string) => `<<<<<<< HEAD\n${line}\n=======\n${line} \n>>>>>>> rye\n`;
  const real = "<<<<<<< HEAD\nrye\n=======\nwheat\n>>>>>>> rye\n";
  const { root, open } = openBakery({ "bread.txt": `${marks("a")}${marks("b")}b\n${real}${marks("c")}` });
  const planned = await open().resolveConflicts({ rule: "merge_marker" });
  expect(planned.conflicts).toHaveLength(3);
  expect(planned.refused.map(({ reason }) => reason)).toEqual([
    "bread.txt:12: the sides differ and nobody knows what they come from",
  ]);
  await open().applyResolution(planned.resolutionId);
  expect(readFileSync(join(root, "bread.txt"), "utf8")).toBe(`a\nb\nb\n${real}c\n`);
});

test("git's own merge gives the base, in the index and by the other branch", async () => {
  const { root, open } = openBakery({ "ovens.json": '{\n  "rye": 1\n}\n' });
  const write = (text: string) => writeTree(root, { "ovens.json": text });
  git(root, "checkout", "-q", "-b", "wheat");
  write('{\n  "rye": 1,\n  "wheat": 2\n}\n');
  git(root, "commit", "-qam", "wheat");
  git(root, "checkout", "-q", "main");
  write('{\n  "rye": 1,\n  "oat": 3\n}\n');
  git(root, "commit", "-qam", "oat");
  expect(() => git(root, "merge", "wheat")).toThrow();
  const { resolutionId } = await open().resolveConflicts({ rule: "merge_marker" });
  const { status } = await open().applyResolution(resolutionId, { allowDirty: true });
  expect(status).toBe("resolved");
  expect(JSON.parse(readFileSync(join(root, "ovens.json"), "utf8"))).toEqual({ rye: 1, oat: 3, wheat: 2 });
});
