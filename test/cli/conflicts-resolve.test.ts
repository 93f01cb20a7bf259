import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { linkBasicPrograms } from "../support/basic-programs.ts";
import { createMachine } from "../support/command.ts";
import { git, type Tree } from "../support/folders.ts";
import { commitHistory } from "../support/history.ts";

const TWO_FILES: Tree = {
  ".env": "NAME=bakery\nOVENS=4\nOVENS=7\n",
  "rye/.env": "RYE=1\nRYE=2\n",
  "bread.txt": "rye and wheat\n",
  "bread_copy.txt": "rye and wheat\n",
  "bake.sh": "cat bread_copy.txt bread.txt\n",
};

function openMachine(tree: Tree = TWO_FILES) {
  const machine = createMachine({ PATH: linkBasicPrograms() });
  commitHistory(machine.root, [tree]);
  return machine;
}

async function idsOf(machine: ReturnType<typeof openMachine>, rule: string): Promise<readonly string[]> {
  const { stdout } = await machine.run("setup", "--conflicts", "--rule", rule, "--json");
  return [...stdout.matchAll(/"conflictId":"([^"]+)"/g)].flatMap(([, id]) => id ?? []);
}

test("a dry run shows the diff and changes nothing; --apply does it and looks again", async () => {
  const machine = openMachine();
  const [id = ""] = await idsOf(machine, "duplicate_key");
  const dry = await machine.run("conflicts", "resolve", id.slice(0, -4), "--strategy", "priority");
  expect(dry).toMatchObject({ exitCode: 0, stderr: "" });
  expect(dry.stdout).toContain("-OVENS=4\n OVENS=7\n");
  expect(dry.stdout).toContain("1 conflict, 1 step. Nothing was changed: --apply does it.\n");
  expect(git(machine.root, "status", "--porcelain")).toBe("");
  const done = await machine.run("conflicts", "resolve", id, "--strategy", "priority", "--apply");
  expect(done).toMatchObject({ exitCode: 0, stderr: "" });
  expect(done.stdout).toMatch(
    new RegExp(`^resolved ${id}\n1 of 1 resolved; orchestra undo \\S+ takes it back\n$`),
  );
  expect(readFileSync(join(machine.root, ".env"), "utf8")).toBe("NAME=bakery\nOVENS=7\n");
  const undone = await machine.run("undo");
  expect(undone.exitCode).toBe(0);
  expect(git(machine.root, "status", "--porcelain")).toBe("");
});

test("--all of a rule, and --json", async () => {
  const machine = openMachine();
  const { stdout, exitCode } = await machine.run(
    "conflicts",
    "resolve",
    "--all",
    "--rule",
    "duplicate_key",
    "--apply",
    "--json",
  );
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    command: "conflicts resolve",
    ok: true,
    data: {
      isApplied: true,
      resolution: {
        status: "resolved",
        strategy: "priority",
        conflicts: [{ status: "resolved" }, { status: "resolved" }],
        refused: [],
        newConflicts: [],
      },
    },
  });
  expect(readFileSync(join(machine.root, "rye/.env"), "utf8")).toBe("RYE=2\n");
});

test("--auto does what the policies say, and says so where there are none", async () => {
  const machine = openMachine();
  const none = await machine.run("conflicts", "resolve", "--auto");
  expect(none).toMatchObject({ exitCode: 2, stdout: "" });
  expect(none.stderr).toContain("the project has no policies to resolve by");
  const settings = join(machine.root, "orchestra.config.json");
  writeFileSync(settings, JSON.stringify({ resolution: [{ rule: "duplicate_key", strategy: "priority" }] }));
  const done = await machine.run("conflicts", "resolve", "--auto", "--apply");
  expect(done.stdout).toContain("2 of 2 resolved");
  writeFileSync(settings, JSON.stringify({ resolution: [{ rule: "duplicate_key", strategy: "rename" }] }));
  const wrong = await machine.run("conflicts", "resolve", "--auto");
  expect(wrong.exitCode).toBe(2);
  expect(wrong.stderr).toContain("rename means nothing for duplicate_key");
});

test("what cannot be meant ends with 2 and a hint", async () => {
  const machine = openMachine();
  const [id = ""] = await idsOf(machine, "duplicate_key");
  const cases: readonly (readonly [parameters: readonly string[], message: string])[] = [
    [[], "say which conflicts are meant"],
    [["--all"], "--all and --rule go together"],
    [["duplicate_key-"], "2 conflicts have an id that begins with"],
    [["duplicate_key-zzz"], "no conflict that is there now has the id"],
    [[id, "--strategy", "hope"], "no strategy is called"],
    [[id, "--strategy", "rename"], "duplicate_key supports priority, timestamp, manual, keep_all"],
    [[id, "--actions", "nowhere.json"], "--actions is for --strategy manual"],
    [[id, "--strategy", "manual", "--actions", "nowhere.json"], "nowhere.json holds no changes"],
    [["--all", "--rule", "merge_marker"], "there is no such conflict"],
    [["--all", "--rule", "duplicate_file", "--apply"], "bake.sh:1 may mean bread_copy.txt"],
  ];
  for (const [parameters, message] of cases) {
    const { exitCode, stderr } = await machine.run("conflicts", "resolve", ...parameters);
    expect({ exitCode, stderr }, parameters.join(" ")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(message),
    });
  }
  expect(git(machine.root, "status", "--porcelain")).toBe("");
}, 60_000);

test("something left ends with 1, something taken back with 3", async () => {
  const machine = openMachine();
  const [first = ""] = await idsOf(machine, "duplicate_key");
  const [copy = ""] = await idsOf(machine, "duplicate_file");
  const some = await machine.run("conflicts", "resolve", first, copy, "--apply");
  expect(some.exitCode).toBe(1);
  expect(some.stdout).toContain(`left alone ${copy}: bake.sh:1 may mean`);
  expect(some.stdout).toContain("1 of 2 resolved");
  const actions = [
    { kind: "delete_file", params: { path: "bread_copy.txt" } },
    { kind: "run_check", params: { program: "node", arguments: ["-e", "process.exit(1)"] } },
  ];
  writeFileSync(join(machine.home, "actions.json"), JSON.stringify(actions));
  const failed = await machine.run(
    "conflicts",
    "resolve",
    copy,
    "--strategy",
    "manual",
    "--actions",
    join(machine.home, "actions.json"),
    "--apply",
  );
  expect(failed.exitCode).toBe(3);
  expect(failed.stdout).toContain(`failed ${copy}: `);
  expect(readFileSync(join(machine.root, "bread_copy.txt"), "utf8")).toBe(TWO_FILES["bread_copy.txt"]);
});
