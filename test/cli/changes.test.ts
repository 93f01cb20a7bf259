import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createOrchestra } from "../../src/api/orchestra.ts";
import { linkBasicPrograms } from "../support/basic-programs.ts";
import { createMachine } from "../support/command.ts";
import { createFaultyPlatform } from "../support/faulty-platform.ts";
import { writeTree } from "../support/folders.ts";
import type { StepInput } from "../../src/model/plan.ts";

const STEPS: readonly StepInput[] = ["a.txt", "b.txt"].map((path) => ({
  change: { kind: "write_file", params: { path, text: "new\n" } },
}));

function createPlace() {
  const machine = createMachine({ PATH: linkBasicPrograms() });
  writeTree(machine.root, { "a.txt": "old\n", "b.txt": "old\n" });
  const read = (path: string) => readFileSync(join(machine.root, path), "utf8");
  return { machine, read };
}

async function apply(machine: ReturnType<typeof createMachine>) {
  const orchestra = createOrchestra({ root: machine.root, env: machine.env });
  const { plan } = await orchestra.planChanges(STEPS, { title: "bake anew" });
  return orchestra.applyPlan(plan, { command: "test" });
}

/** A run that is killed once the first file has its new content. */
async function killHalfWay(machine: ReturnType<typeof createMachine>, read: (path: string) => string) {
  for (let at = 20; read("a.txt") === "old\n"; at += 1) {
    const { platform } = createFaultyPlatform(machine.root, { ...machine.env }, { kind: "kill", at });
    const orchestra = createOrchestra({ root: machine.root, platform });
    const { plan } = await orchestra.planChanges(STEPS, { title: "bake anew" });
    await orchestra.applyPlan(plan).catch(() => undefined);
    if (read("a.txt") === "old\n") await createOrchestra({ root: machine.root, env: machine.env }).recover();
  }
  expect(read("b.txt")).toBe("old\n");
}

test("history lists, undo takes back, and each says what it did", async () => {
  const { machine, read } = createPlace();
  expect((await machine.run("history")).stdout).toBe("0 changes\n");
  expect((await machine.run("undo")).exitCode).toBe(2);
  const { executionId = "" } = await apply(machine);
  const listed = await machine.run("history", "--json");
  expect(JSON.parse(listed.stdout).data.entries).toEqual([
    expect.objectContaining({
      executionId,
      command: "test",
      title: "bake anew",
      outcome: "done",
      paths: ["a.txt", "b.txt"],
      isUndoable: true,
    }),
  ]);
  const undone = await machine.run("undo", executionId.slice(0, 18));
  expect(undone.stdout).toBe(`done: 2 steps\nundone ${executionId}\n`);
  expect(read("a.txt")).toBe("old\n");
  const refused = await machine.run("undo", executionId);
  expect(refused.exitCode).toBe(2);
  expect(refused.stderr).toContain("taken back by");
  expect((await machine.run("undo")).stderr).toContain("nothing was changed that could be taken back");
  const history = await machine.run("history");
  expect(history.stdout).toMatch(/2 changes\n$/);
  expect(history.stdout).not.toContain(machine.root);
});

test("after a kill the next command of any kind puts everything back and says so, once", async () => {
  const { machine, read } = createPlace();
  await killHalfWay(machine, read);
  const next = await machine.run("config", "list");
  expect(next.stderr).toContain('"bake anew" was killed half way: all of it was put back as it was');
  expect(read("a.txt")).toBe("old\n");
  expect((await machine.run("config", "list")).stderr).toBe("");
  expect((await machine.run("recover")).stdout).toBe("nothing was killed half way\n");
});

test("where somebody edited since, commands say so until recover is asked for, which keeps the edit", async () => {
  const { machine, read } = createPlace();
  await killHalfWay(machine, read);
  writeFileSync(join(machine.root, "b.txt"), "by hand\n");
  const next = await machine.run("config", "list", "--json");
  expect(next.exitCode).toBe(0);
  const [diagnostic] = JSON.parse(next.stdout).diagnostics;
  expect(diagnostic).toMatchObject({ code: "RECOVERY_NEEDED", file: "b.txt" });
  expect(read("a.txt")).toBe("new\n");
  const orchestra = createOrchestra({ root: machine.root, env: machine.env });
  const { plan } = await orchestra.planChanges([
    { change: { kind: "write_file", params: { path: "c.txt", text: "c\n" } } },
  ]);
  await expect(orchestra.applyPlan(plan)).rejects.toMatchObject({ code: "RECOVERY_NEEDED" });
  const recovered = await machine.run("recover");
  expect(recovered.stdout).toContain("left as somebody else made it: b.txt");
  expect([read("a.txt"), read("b.txt")]).toEqual(["old\n", "by hand\n"]);
});

test("a journal that is no journal, or of a newer version, stops nothing but changes", async () => {
  const { machine } = createPlace();
  const path = join(machine.root, ".orchestra/changes/journal.ndjson");
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, '{"record":"beg');
  expect((await machine.run("config", "list")).exitCode).toBe(0);
  writeFileSync(path, '{"record":"begin","version":99}\n');
  expect((await machine.run("config", "list")).exitCode).toBe(0);
  const refused = await machine.run("recover");
  expect(refused.exitCode).toBe(2);
  expect(refused.stderr).toContain("newer orchestra");
});

test("a journal that came with a repository is not acted upon", async () => {
  const { machine, read } = createPlace();
  const path = join(machine.root, ".orchestra/changes/journal.ndjson");
  mkdirSync(join(path, ".."), { recursive: true });
  const plan = {
    schemaVersion: 1,
    id: "x",
    title: "forged",
    baseFingerprint: "",
    inputs: [],
    steps: [{ id: "s1", title: "t", why: "", dependsOn: [], change: { kind: "make_directory", params: {} } }],
  };
  const folder = { kind: "folder", mode: 0o755 };
  const effects = [{ effect: "set", path: "empty", before: { kind: "absent" }, after: folder }];
  const lines = [
    {
      record: "begin",
      version: 1,
      executionId: "1",
      at: "2026-01-01T00:00:00Z",
      command: "x",
      keyCheck: "0",
      plan,
    },
    { record: "captured", step: "s1", captured: { effects } },
  ];
  mkdirSync(join(machine.root, "empty"));
  writeFileSync(path, lines.map((line) => JSON.stringify(line)).join("\n"));
  const next = await machine.run("config", "list", "--json");
  expect(JSON.parse(next.stdout).diagnostics[0]).toMatchObject({ code: "RECOVERY_NEEDED" });
  expect((await machine.run("recover")).exitCode).toBe(3);
  expect(read("a.txt")).toBe("old\n");
  expect(statSync(join(machine.root, "empty")).isDirectory()).toBe(true);
});
