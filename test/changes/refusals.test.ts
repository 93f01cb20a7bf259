import { existsSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createGround, remove, write } from "../support/change-ground.ts";
import { commitAll, git } from "../support/folders.ts";

test.each([
  ["outside", "../x"],
  ["absolute", "/etc/passwd"],
  ["git's own folder", ".git/config"],
  ["git's own folder by another case", "sub/.GIT/hooks/pre-commit"],
  ["orchestra's own folder", ".orchestra/resources.json"],
  ["not plain", "a//b"],
])("a path that is %s is refused", async (_, path) => {
  const { orchestra } = createGround();
  await expect(orchestra.planChanges([write(path, "x")])).rejects.toMatchObject({ code: "PLAN_INVALID" });
});

test("nothing is written, removed or moved through a link", async () => {
  const { orchestra, root, home } = createGround({ "a.txt": "a\n" });
  writeFileSync(join(home, "diary.txt"), "dear diary\n");
  symlinkSync(home, join(root, "away"));
  for (const step of [
    write("away/diary.txt", "gone"),
    remove("away/diary.txt"),
    { change: { kind: "move_file", params: { from: "away/diary.txt", to: "diary.txt" } } },
    { change: { kind: "move_file", params: { from: "a.txt", to: "away/a.txt" } } },
  ])
    await expect(orchestra.planChanges([step])).rejects.toMatchObject({ code: "PLAN_REFUSED" });
  expect(readdirSync(home)).toContain("diary.txt");
});

test("a folder that is swapped for a link after the plan was made leads nowhere", async () => {
  const { orchestra, root, home } = createGround({ "sub/x.txt": "x\n" });
  writeFileSync(join(home, "x.txt"), "x\n");
  const { plan } = await orchestra.planChanges([remove("sub/x.txt")]);
  renameSync(join(root, "sub"), join(root, "old"));
  symlinkSync(home, join(root, "sub"));
  await expect(orchestra.applyPlan(plan)).rejects.toMatchObject({ code: "PLAN_REFUSED" });
  expect(existsSync(join(home, "x.txt"))).toBe(true);
});

test("what a person has not committed is not written over without being told to; what a plan wrote is", async () => {
  const { orchestra, root } = createGround({ "a.txt": "a\n", "b.txt": "b\n" });
  commitAll(root);
  const first = await orchestra.planChanges([write("a.txt", "one\n")]);
  await orchestra.applyPlan(first.plan);
  const second = await orchestra.planChanges([write("a.txt", "two\n")]);
  expect((await orchestra.applyPlan(second.plan)).outcome).toBe("done");
  writeFileSync(join(root, "b.txt"), "by hand\n");
  const third = await orchestra.planChanges([write("a.txt", "three\n"), write("b.txt", "three\n")]);
  await expect(orchestra.applyPlan(third.plan)).rejects.toMatchObject({
    code: "PLAN_REFUSED",
    file: "b.txt",
  });
  expect(readFileSync(join(root, "a.txt"), "utf8")).toBe("two\n");
  expect((await orchestra.applyPlan(third.plan, { allowDirty: true })).outcome).toBe("done");
  for (let left = 3; left > 0; left -= 1) await orchestra.undo();
  expect(git(root, "status", "--porcelain", "a.txt")).toBe("");
  expect(readFileSync(join(root, "b.txt"), "utf8")).toBe("by hand\n");
});
