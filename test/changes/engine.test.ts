import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createOrchestra } from "../../src/api/orchestra.ts";
import type { StepInput } from "../../src/model/plan.ts";
import { createGround, write } from "../support/change-ground.ts";
import { snapshotTree } from "../support/tree-snapshot.ts";

test("a plan is data without contents, the same for the same tree, and its diff hides secrets", async () => {
  const password = ["Kx7", "vQ9", "mZ2", "pL4"].join("");
  const { orchestra, root, env } = createGround({ ".env": `DB_PASSWORD=${password}\nPORT=1\n` });
  const steps = [write(".env", `DB_PASSWORD=${password}9\nPORT=2\n`)];
  const first = await orchestra.planChanges(steps, { title: "ports" });
  const second = await createOrchestra({ root, env }).planChanges(steps, { title: "ports" });
  expect(JSON.stringify(first.plan)).not.toContain(password);
  expect(first.diff).toContain("+PORT=2");
  expect(first.diff).not.toContain(password);
  expect(second).toEqual(first);
  expect(existsSync(join(root, ".orchestra/changes"))).toBe(false);
  await orchestra.applyPlan(first.plan);
  const search = spawnSync("grep", ["-rl", password, join(root, ".orchestra")], { encoding: "utf8" });
  expect([search.stdout, search.status]).toEqual(["", 1]);
});

test("a plan whose inputs changed names them and touches nothing", async () => {
  const { orchestra, root } = createGround({ "a.txt": "a\n", "b.txt": "b\n" });
  const { plan } = await orchestra.planChanges([write("a.txt", "A\n"), write("b.txt", "B\n")]);
  appendFileSync(join(root, "b.txt"), "more\n");
  await expect(orchestra.applyPlan(plan)).rejects.toMatchObject({ code: "PLAN_STALE", file: "b.txt" });
  expect(readFileSync(join(root, "a.txt"), "utf8")).toBe("a\n");
});

test("a file in the place of a folder that the plan moved: done twice it is done once, and taken back", async () => {
  const { orchestra, root } = createGround({ "oven/rye/a.txt": "a\n" });
  const before = snapshotTree(root);
  const { plan } = await orchestra.planChanges([
    write("oven/b.txt", "b\n"),
    { change: { kind: "move_file", params: { from: "oven", to: "stove" } } },
    write("oven", "gone to stove\n"),
  ]);
  await orchestra.applyPlan(plan);
  const after = snapshotTree(root);
  expect((await orchestra.applyPlan(plan, { allowDirty: true })).outcome).toBe("unchanged");
  expect(snapshotTree(root)).toEqual(after);
  await orchestra.undo();
  expect(snapshotTree(root)).toEqual(before);
});

test("a check that fails takes everything back", async () => {
  const { orchestra, root } = createGround({ "a.txt": "a\n" });
  const before = snapshotTree(root);
  const check = (code: number): StepInput => ({
    change: {
      kind: "run_check",
      params: { program: process.execPath, arguments: ["-e", `console.log("burnt"); process.exit(${code})`] },
    },
  });
  const steps = [write("a.txt", "A\n"), write("new/b.txt", "b\n")];
  const failing = await orchestra.planChanges([...steps, check(4)]);
  await expect(orchestra.applyPlan(failing.plan)).rejects.toMatchObject({
    code: "CHANGE_FAILED",
    message: expect.stringMatching(/ended with 4: burnt.*everything was put back/),
  });
  expect(snapshotTree(root)).toEqual(before);
  const passing = await orchestra.planChanges([...steps, check(0)]);
  expect((await orchestra.applyPlan(passing.plan)).outcome).toBe("done");
});

test("asked to go on, what depends on a failure is not run and the rest is; undo takes back what was done", async () => {
  const { orchestra, root } = createGround({ "a.txt": "a\n", "b.txt": "b\n" });
  const before = snapshotTree(root);
  const steps: readonly StepInput[] = [
    { ...write("a.txt", "A\n"), id: "first" },
    {
      id: "broken",
      change: { kind: "run_check", params: { program: "no-such-program", arguments: [] } },
    },
    { ...write("b.txt", "B\n"), id: "dependent", dependsOn: ["broken"] },
    { ...write("c.txt", "C\n"), id: "later", dependsOn: ["dependent"] },
    { ...write("d.txt", "D\n"), id: "free" },
  ];
  const { plan } = await orchestra.planChanges(steps);
  const execution = await orchestra.applyPlan(plan, { keepGoing: true });
  expect(execution.outcome).toBe("partial");
  expect(execution.steps.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
    "first done",
    "broken failed",
    "dependent not_run",
    "later not_run",
    "free done",
  ]);
  await orchestra.undo();
  expect(snapshotTree(root)).toEqual(before);
});

test("undo refuses what was edited since and says so; partial undo puts back the rest", async () => {
  const { orchestra, root } = createGround({ "a.txt": "a\n", "b.txt": "b\n" });
  const { plan } = await orchestra.planChanges([
    write("a.txt", "A\n"),
    write("b.txt", "B\n"),
    write("n/c.txt", "c\n"),
  ]);
  await orchestra.applyPlan(plan);
  appendFileSync(join(root, "b.txt"), "by hand\n");
  writeFileSync(join(root, "n/mine.txt"), "mine\n");
  await expect(orchestra.undo()).rejects.toMatchObject({
    code: "UNDO_REFUSED",
    message: expect.stringContaining("b.txt was changed since"),
  });
  expect(readFileSync(join(root, "a.txt"), "utf8")).toBe("A\n");
  const { left } = await orchestra.undo(undefined, { isPartial: true });
  expect(left).toEqual(["b.txt was changed since", "n holds something else by now"]);
  expect(readFileSync(join(root, "a.txt"), "utf8")).toBe("a\n");
  expect(readFileSync(join(root, "b.txt"), "utf8")).toBe("B\nby hand\n");
  expect(readdirSync(join(root, "n"))).toEqual(["mine.txt"]);
  await expect(orchestra.undo("no-such-id")).rejects.toMatchObject({ code: "PLAN_NOT_FOUND" });
});

test("a link that is moved away leaves room for a folder, and comes back to its place", async () => {
  const { orchestra, root } = createGround();
  symlinkSync("rye", join(root, "shelf"));
  const before = snapshotTree(root);
  const move: StepInput = { change: { kind: "move_file", params: { from: "shelf", to: "rye" } } };
  const { plan } = await orchestra.planChanges([move, write("shelf/rye", "loaf\n")]);
  await orchestra.applyPlan(plan);
  expect(readFileSync(join(root, "shelf/rye"), "utf8")).toBe("loaf\n");
  await orchestra.undo();
  expect(snapshotTree(root)).toEqual(before);
});

test.each(["", "b\n"])("a file that is moved and then holds %j comes back as it was", async (text) => {
  const { orchestra, root } = createGround({ "oven.txt": "" });
  chmodSync(join(root, "oven.txt"), 0o600);
  const before = snapshotTree(root, { withTimes: true });
  const { plan } = await orchestra.planChanges([
    { change: { kind: "move_file", params: { from: "oven.txt", to: "stove.txt" } } },
    write("stove.txt", text),
  ]);
  await orchestra.applyPlan(plan);
  const after = snapshotTree(root);
  await orchestra.undo();
  expect(snapshotTree(root, { withTimes: true })).toEqual(before);
  const [latest] = await orchestra.history();
  await orchestra.undo(latest?.executionId);
  expect(snapshotTree(root)).toEqual(after);
});

test("a folder is moved to another place below the same one, and back", async () => {
  const { orchestra, root } = createGround({ "shelf/top/rye.txt": "rye\n", "shelf/bun.txt": "bun\n" });
  const before = snapshotTree(root);
  const { plan } = await orchestra.planChanges([
    { change: { kind: "make_directory", params: { path: "shelf/top", mode: 0o700 } } },
    { change: { kind: "move_file", params: { from: "shelf/top", to: "shelf/deep/top" } } },
  ]);
  await orchestra.applyPlan(plan);
  expect(readFileSync(join(root, "shelf/deep/top/rye.txt"), "utf8")).toBe("rye\n");
  await orchestra.undo();
  expect(snapshotTree(root)).toEqual(before);
});

test("modes, times and line endings survive, and what is kept is for its owner alone", async () => {
  const { orchestra, root } = createGround({ "run.sh": "#!/bin/sh\r\necho old\r\n" });
  const path = join(root, "run.sh");
  chmodSync(path, 0o751);
  utimesSync(path, 1_600_000_000.123, 1_600_000_000.123);
  const { plan } = await orchestra.planChanges([
    {
      change: { kind: "edit_file", params: { path: "run.sh", edits: [{ start: 16, end: 19, text: "new" }] } },
    },
  ]);
  await orchestra.applyPlan(plan);
  expect(readFileSync(path, "utf8")).toBe("#!/bin/sh\r\necho new\r\n");
  expect(statSync(path).mode & 0o7777).toBe(0o751);
  for (const folder of ["objects", "changes/history"])
    for (const name of readdirSync(join(root, ".orchestra", folder)))
      expect(statSync(join(root, ".orchestra", folder, name)).mode & 0o777).toBe(0o600);
  await orchestra.undo();
  expect(Math.abs(statSync(path).mtimeMs - 1_600_000_000_123)).toBeLessThan(1);
  expect(readFileSync(path, "utf8")).toBe("#!/bin/sh\r\necho old\r\n");
});

test("a run that fails leaves hard links as they were", async () => {
  const { orchestra, root } = createGround({ "a.txt": "a\n" });
  linkSync(join(root, "a.txt"), join(root, "twin.txt"));
  const { plan } = await orchestra.planChanges([
    write("a.txt", "A\n"),
    { change: { kind: "run_check", params: { program: "no-such-program" } } },
  ]);
  await expect(orchestra.applyPlan(plan)).rejects.toMatchObject({ code: "CHANGE_FAILED" });
  expect(statSync(join(root, "a.txt")).ino).toBe(statSync(join(root, "twin.txt")).ino);
});

test("configuration and resources are set by plans and taken back with them", async () => {
  const { orchestra } = createGround();
  await orchestra.setConfiguration("oven.heat", 180);
  const resource = {
    name: "oven",
    resourceType: "local_service",
    environment: "local",
    accessPattern: "oven:1",
  };
  const { plan } = await orchestra.planChanges([
    { change: { kind: "set_config", params: { key: "oven.heat", value: 220 } } },
    { change: { kind: "set_config", params: { key: "oven.door", value: "shut" } } },
    { change: { kind: "register_resource", params: { resource } } },
  ]);
  await orchestra.applyPlan(plan);
  expect((await orchestra.getConfiguration("oven.heat"))?.value).toBe(220);
  expect(await orchestra.getResource("oven:local_service:local")).toBeDefined();
  const { undone } = await orchestra.undo();
  expect((await orchestra.getConfiguration("oven.heat"))?.value).toBe(180);
  expect(await orchestra.getConfiguration("oven.door")).toBeUndefined();
  expect(await orchestra.getResource("oven:local_service:local")).toBeUndefined();
  const [latest] = await orchestra.history();
  await orchestra.undo(latest?.executionId);
  expect((await orchestra.getConfiguration("oven.heat"))?.value).toBe(220);
  expect((await orchestra.history()).find(({ executionId }) => executionId === undone)?.isUndoable).toBe(
    false,
  );
});

test("a kind of the project's own is applied, verified and taken back", async () => {
  const { root, env } = createGround({
    "orchestra.config.js": `
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
const at = ({ root, params }) => join(root, params.name);
export default { changeKinds: [{
  kind: "light_oven",
  precheck: (context) => existsSync(at(context)) ? "it burns already" : undefined,
  capture: () => ({ was: "cold" }),
  apply: (context) => writeFileSync(at(context), context.captured.was),
  verify: (context) => context.params.name === "bad" ? "no flame" : undefined,
  revert: (context) => rmSync(at(context), { force: true }),
}] };`,
  });
  const trusting = createOrchestra({ root, env });
  await trusting.trustConfig();
  const orchestra = createOrchestra({ root, env });
  const light = (name: string): StepInput => ({ change: { kind: "light_oven", params: { name } } });
  const bad = await orchestra.planChanges([light("good"), light("bad")]);
  await expect(orchestra.applyPlan(bad.plan)).rejects.toMatchObject({
    message: expect.stringContaining("no flame"),
  });
  expect(existsSync(join(root, "good"))).toBe(false);
  const good = await orchestra.planChanges([light("good")]);
  await orchestra.applyPlan(good.plan);
  expect(readFileSync(join(root, "good"), "utf8")).toBe("cold");
  const again = await orchestra.planChanges([light("good")]);
  await expect(orchestra.applyPlan(again.plan)).rejects.toMatchObject({ code: "PLAN_REFUSED" });
  await orchestra.undo();
  expect(existsSync(join(root, "good"))).toBe(false);
});

test("a history without its contents says so, and a lost home cannot open what another one sealed", async () => {
  const { orchestra, root, folder, env } = createGround({ "a.txt": "a\n" });
  const { plan } = await orchestra.planChanges([write("a.txt", "A\n")]);
  const { executionId = "" } = await orchestra.applyPlan(plan);
  const other = join(folder, "other-home");
  mkdirSync(other);
  await expect(createOrchestra({ root, env: { ...env, HOME: other } }).undo()).rejects.toMatchObject({
    code: "UNDO_REFUSED",
  });
  rmSync(join(root, ".orchestra/objects", `${executionId}.pack`));
  expect((await orchestra.history())[0]).toMatchObject({
    isUndoable: false,
    reason: expect.stringContaining("age"),
  });
  await expect(orchestra.undo(executionId)).rejects.toMatchObject({ code: "UNDO_REFUSED" });
  expect(lstatSync(join(root, "a.txt")).isFile()).toBe(true);
});
