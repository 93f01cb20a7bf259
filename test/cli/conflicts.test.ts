import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Conflict } from "../../src/model/conflict.ts";
import { linkBasicPrograms } from "../support/basic-programs.ts";
import { createMachine } from "../support/command.ts";
import { commitAll, writeTree } from "../support/folders.ts";

function machineWith(tree: Readonly<Record<string, string>>) {
  const machine = createMachine({ PATH: linkBasicPrograms() });
  writeTree(machine.root, tree);
  commitAll(machine.root);
  const detect = async (...parameters: readonly string[]) => {
    const { stdout, exitCode } = await machine.run("setup", "--conflicts", "--json", ...parameters);
    const conflicts: readonly Conflict[] = JSON.parse(stdout).data.conflicts;
    return { conflicts, exitCode, stdout };
  };
  return { machine, detect };
}

const TREE = {
  ".env": "A=1\nA=2\n",
  "a.txt": "same\n",
  "b.txt": "same\n",
  "compose.yaml": 'services:\n  a: {ports: ["80:1"]}\n  b: {ports: ["80:2"]}\n',
};

test("the worst comes first, ids stay, and --fail-on decides the exit code", async () => {
  const { machine, detect } = machineWith(TREE);
  const { conflicts, exitCode } = await detect();
  expect(conflicts.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
    "high compose_port_collision",
    "medium duplicate_key",
    "low duplicate_file",
  ]);
  expect(exitCode).toBe(1);
  writeTree(machine.root, { "0.txt": "new\n" });
  const again = await detect();
  expect(again.conflicts.map(({ conflictId }) => conflictId)).toEqual(
    conflicts.map(({ conflictId }) => conflictId),
  );
  expect((await detect("--fail-on", "critical")).exitCode).toBe(0);
  expect((await detect("--fail-on", "none")).exitCode).toBe(0);
  expect((await machine.run("setup", "--conflicts", "--fail-on", "soon")).exitCode).toBe(2);
  expect((await machine.run("setup", "--conflicts", "--rule", "no_rule")).exitCode).toBe(2);
  const only = await detect("--rule", "duplicate_file");
  expect(only.conflicts.map(({ rule }) => rule)).toEqual(["duplicate_file"]);
  expect(only.exitCode).toBe(0);
  expect((await machine.run("setup", "--conflicts")).stdout).toMatch(
    /3 conflicts: 1 high, 1 medium, 1 low\n$/,
  );
});

test("what is mended is resolved, what comes back is open again with its history", async () => {
  const { machine, detect } = machineWith(TREE);
  const [first] = (await detect()).conflicts.filter(({ rule }) => rule === "duplicate_key");
  const id = first?.conflictId ?? "";
  writeFileSync(join(machine.root, ".env"), "A=1\n");
  expect((await detect()).conflicts.map(({ rule }) => rule)).not.toContain("duplicate_key");
  const show = async () =>
    JSON.parse((await machine.run("conflicts", "show", id, "--json")).stdout).data.conflict;
  expect((await show()).status).toBe("resolved");
  await detect("--rule", "duplicate_file");
  expect((await show()).status).toBe("resolved");
  writeFileSync(join(machine.root, ".env"), "A=1\nA=2\n");
  await detect();
  expect(await show()).toMatchObject({ status: "pending", firstSeen: first?.firstSeen });
});

test("an ignored one no longer fails, keeps its reason and is listed", async () => {
  const { machine, detect } = machineWith({ ".env": "A=1\nA=2\n" });
  const [conflict] = (await detect()).conflicts;
  const id = conflict?.conflictId ?? "";
  expect((await machine.run("conflicts", "ignore", id)).exitCode).toBe(2);
  expect((await machine.run("conflicts", "ignore", id, "--reason", "on purpose")).exitCode).toBe(0);
  const after = await detect();
  expect(after.exitCode).toBe(0);
  expect(after.conflicts[0]).toMatchObject({ status: "ignored", reason: "on purpose" });
  expect((await machine.run("conflicts", "list", "--status", "ignored")).stdout).toContain(
    "0 conflicts; 1 ignored",
  );
  expect((await machine.run("conflicts", "list", "--status", "odd")).exitCode).toBe(2);
  expect((await machine.run("conflicts", "show", "none")).exitCode).toBe(2);
  expect((await machine.run("conflicts", "ignore", "none", "--reason", "x")).exitCode).toBe(2);
});

test("the settings change severities, turn rules off and leave paths out", async () => {
  const { machine, detect } = machineWith({
    ...TREE,
    "old/.env": "B=1\nB=2\n",
    "orchestra.config.yaml":
      "conflicts:\n  rules: {duplicate_file: critical, compose_port_collision: 'off'}\n  ignore: [old/]\n",
  });
  const { conflicts } = await detect();
  expect(
    conflicts.map(({ rule, severity, places }) => `${severity} ${rule} ${places[0]?.file ?? ""}`),
  ).toEqual(["critical duplicate_file a.txt", "medium duplicate_key .env"]);
  writeFileSync(join(machine.root, "orchestra.config.yaml"), "conflicts: {rules: {no_rule: low}}\n");
  expect((await machine.run("setup", "--conflicts")).exitCode).toBe(2);
});

test("the same tree gives the same, with git and without", async () => {
  const { machine, detect } = machineWith(TREE);
  const withGit = (await detect()).conflicts;
  rmSync(join(machine.root, ".git"), { recursive: true });
  rmSync(join(machine.root, ".orchestra"), { recursive: true });
  const without = (await detect()).conflicts;
  const bare = (conflicts: readonly Conflict[]) =>
    conflicts.map(({ conflictId, places }) => ({ conflictId, places }));
  expect(bare(without)).toEqual(bare(withGit));
});

test("a name of the tree is no command to a terminal, and breaks no line", async () => {
  const { machine } = machineWith({ "a.md": "" });
  symlinkSync("none\n\u001b[2Jcritical all is well", join(machine.root, "link"));
  commitAll(machine.root);
  const { stdout } = await machine.run("setup", "--conflicts");
  expect(stdout.split("\n")[0]).toBe(
    "medium link: link links to none\uFFFD\uFFFD[2Jcritical all is well, which is not there [broken_symlink]",
  );
  expect(stdout).not.toContain("\u001b");
});
