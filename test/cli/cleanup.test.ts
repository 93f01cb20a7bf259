import { chmodSync, existsSync, linkSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createOrchestra } from "../../src/api/orchestra.ts";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import type { Platform } from "../../src/platform/types.ts";
import { snapshotOf } from "../cleanup/snapshot-of.ts";
import { linkBasicPrograms } from "../support/basic-programs.ts";
import { createMachine } from "../support/command.ts";
import { commitAll, git, temporaryFolder, writeTree } from "../support/folders.ts";

const ANY_AGE = ["setup", "--cleanup", "--max-age-days", "0"] as const;

function bakery() {
  const machine = createMachine({ PATH: linkBasicPrograms() });
  writeTree(machine.root, {
    ".gitignore": "node_modules/\ndist/\n*.log\n.env\n",
    "package.json": "{}",
    "src/plan.ts": "export {};\n",
  });
  commitAll(machine.root);
  writeTree(machine.root, {
    "node_modules/mixer/index.js": "mix\n",
    "node_modules/mixer/.env": "A=1\n",
    "node_modules/oven/index.js": "bake\n",
    "dist/a/b/index.js": "built\n",
    "dist/wörld  x\ny.js": "odd\n",
    "oven.log": "hot\n",
    ".env": "B=2\n",
  });
  symlinkSync("/", join(machine.root, "dist/top"));
  symlinkSync("../gone", join(machine.root, "dist/gone"));
  linkSync(join(machine.root, "oven.log"), join(machine.root, "dist/same.log"));
  chmodSync(join(machine.root, "dist/a"), 0o711);
  chmodSync(join(machine.root, "dist/a/b/index.js"), 0o755);
  const json = async (...parameters: readonly string[]) =>
    JSON.parse((await machine.run(...parameters, "--json")).stdout);
  return { machine, json };
}

test("a dry run writes nothing; what is put away comes back byte for byte", { timeout: 90_000 }, async () => {
  const { machine, json } = bakery();
  const before = snapshotOf(machine.root);
  const status = git(machine.root, "status", "--porcelain");
  const { data } = await json(...ANY_AGE);
  expect(data.cleanup.dryRun).toBe(true);
  expect(data.cleanup.artifacts.map(({ kind, path }: Record<string, string>) => `${kind} ${path}`)).toEqual([
    "javascript-build dist",
    "node-modules node_modules",
    "log oven.log",
  ]);
  expect(data.cleanup).not.toHaveProperty("movedTo");
  expect(snapshotOf(machine.root)).toEqual(before);
  expect(existsSync(join(machine.root, ".orchestra"))).toBe(false);
  const listed = await machine.run(...ANY_AGE);
  expect(listed.stdout).toMatch(/comes back by: npm ci.*stays: node_modules\/mixer\/\.env/);
  expect(listed.stdout).toMatch(/3 artifacts, \d+ B; --apply puts them into \.orchestra\/trash\n$/);
  const applied = await machine.run(...ANY_AGE, "--apply");
  expect(applied).toMatchObject({ exitCode: 0, stderr: "" });
  expect(applied.stdout).toMatch(/^put 3 artifacts, \d+ B into \.orchestra\/trash\/\S+; .*\n$/);
  expect(existsSync(join(machine.root, "dist"))).toBe(false);
  expect(readFileSync(join(machine.root, "node_modules/mixer/.env"), "utf8")).toBe("A=1\n");
  expect(existsSync(join(machine.root, "node_modules/oven"))).toBe(false);
  expect(git(machine.root, "status", "--porcelain")).toBe(status);
  const again = await machine.run(...ANY_AGE, "--apply");
  expect(again).toEqual({ exitCode: 0, stderr: "", stdout: "nothing to clean up\n" });
  const restored = await machine.run("cleanup", "restore", "--last");
  expect(restored.exitCode).toBe(0);
  expect(snapshotOf(machine.root)).toEqual(before);
  expect((await json("cleanup", "list")).data.entries).toEqual([]);
  await machine.run(...ANY_AGE, "--apply");
  expect((await machine.run("undo")).exitCode).toBe(0);
  expect(snapshotOf(machine.root)).toEqual(before);
});

test("what stands in the place of something put away is not overwritten", async () => {
  const { machine, json } = bakery();
  const { movedTo } = (await json(...ANY_AGE, "--apply")).data.cleanup;
  writeTree(machine.root, { "dist/new.js": "new\n" });
  const { stdout, exitCode } = await machine.run("cleanup", "restore", movedTo.split("/").at(-1), "--json");
  expect(exitCode).toBe(3);
  expect(JSON.parse(stdout).data.left).toEqual(["dist"]);
  expect(readFileSync(join(machine.root, "dist/new.js"), "utf8")).toBe("new\n");
  rmSync(join(machine.root, "dist"), { recursive: true });
  expect((await json("cleanup", "restore")).data.restored).toEqual(["dist"]);
  expect(readFileSync(join(machine.root, "dist/a/b/index.js"), "utf8")).toBe("built\n");
});

test("emptying removes what is old enough, never what a link leads to", async () => {
  const { machine, json } = bakery();
  const outside = temporaryFolder();
  writeTree(outside, { "keep.txt": "kept\n" });
  symlinkSync(outside, join(machine.root, "dist/outside"));
  const { movedTo } = (await json(...ANY_AGE, "--apply")).data.cleanup;
  expect((await json("cleanup", "empty", "--older-than", "30d")).data.removed).toEqual([]);
  expect(existsSync(join(machine.root, movedTo, "dist"))).toBe(true);
  const { removed, bytes } = (await json("cleanup", "empty", "--older-than", "0")).data;
  expect(removed).toEqual([movedTo.split("/").at(-1)]);
  expect(bytes).toBeGreaterThan(0);
  expect(existsSync(join(machine.root, movedTo))).toBe(false);
  expect(readFileSync(join(outside, "keep.txt"), "utf8")).toBe("kept\n");
  expect((await machine.run("cleanup", "restore")).exitCode).toBe(2);
  const forGood = createMachine({ PATH: linkBasicPrograms() });
  writeTree(forGood.root, { "package.json": "{}", "node_modules/.package-lock.json": "{}" });
  const gone = await forGood.run(...ANY_AGE, "--apply", "--delete");
  expect(gone.stdout).toMatch(/^removed 1 artifact, 2 B\n$/);
  expect(existsSync(join(forGood.root, "node_modules"))).toBe(false);
  expect((await forGood.run("cleanup", "list")).stdout).toBe("0 clean-ups in the trash, 0 B\n");
});

test("a trash folder that is a link is refused", async () => {
  const { machine } = bakery();
  const outside = temporaryFolder();
  writeTree(machine.root, { ".orchestra/.gitignore": "*\n" });
  symlinkSync(outside, join(machine.root, ".orchestra/trash"));
  const { exitCode, stderr } = await machine.run(...ANY_AGE, "--apply");
  expect(exitCode).toBe(3);
  expect(stderr).toContain(".orchestra/trash is no folder but a link");
  expect(existsSync(join(machine.root, "dist"))).toBe(true);
});

test("bad values end with 2 and name the value", async () => {
  const { machine } = bakery();
  const lines = [
    [["setup", "--cleanup", "--max-age-days", "soon"], '--max-age-days "soon"'],
    [["setup", "--cleanup", "--max-age-days", "-3"], '--max-age-days "-3"'],
    [["setup", "--cleanup", "--min-size", "big"], '--min-size "big"'],
    [["setup", "--cleanup", "--delete"], "--delete removes nothing by itself"],
    [["setup", "--discover", "--apply"], "--apply says something of a clean-up"],
    [["cleanup", "empty", "--older-than", "ages"], '--older-than "ages"'],
    [["cleanup", "restore", "nothing"], 'no clean-up is called "nothing"'],
  ] as const;
  for (const [parameters, message] of lines) {
    const { exitCode, stderr } = await machine.run(...parameters);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 2 });
    expect(stderr).toContain(message);
  }
});

test("two at once: each artifact goes once, and both end well", { timeout: 90_000 }, async () => {
  const { machine, json } = bakery();
  const runs = await Promise.all([1, 2, 3].map(() => machine.run(...ANY_AGE, "--apply", "--json")));
  expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
  const went = runs.flatMap(({ stdout }) =>
    JSON.parse(stdout).data.cleanup.artifacts.map(({ path }: { readonly path: string }) => path),
  );
  expect(went.toSorted((a, b) => a.localeCompare(b))).toEqual(["dist", "node_modules", "oven.log"]);
  expect((await json("cleanup", "list")).data.entries.length).toBeGreaterThanOrEqual(1);
});

/** A platform on which something else happens once, just before the trash is laid: after the scan, before the move. */
function withRace(root: string, race: () => void): Platform {
  const platform = createNodePlatform({ env: { HOME: temporaryFolder(), PATH: process.env["PATH"] } });
  let isRaced = false;
  return {
    ...platform,
    files: {
      ...platform.files,
      makeFolder: (path, options) => {
        if (!isRaced && path.startsWith(join(root, ".orchestra/trash/"))) {
          isRaced = true;
          race();
        }
        platform.files.makeFolder(path, options);
      },
    },
  };
}

test("a folder that becomes a link, or another one, between look and move is not followed", async () => {
  const outside = temporaryFolder();
  writeTree(outside, { "package.json": "{}", "node_modules/precious.txt": "precious\n" });
  for (const swap of ["itself", "parent", "other"] as const) {
    const [root, aside] = [temporaryFolder(), temporaryFolder()];
    writeTree(root, { ".gitignore": "node_modules\n", "pkg/package.json": "{}" });
    commitAll(root);
    writeTree(root, { "pkg/node_modules/.package-lock.json": "{}" });
    const platform = withRace(root, () => {
      const path = join(root, swap === "parent" ? "pkg" : "pkg/node_modules");
      renameSync(path, join(aside, "moved"));
      if (swap === "other") writeTree(root, { "pkg/node_modules/mine.ts": "written meanwhile\n" });
      else symlinkSync(swap === "parent" ? outside : join(outside, "node_modules"), path);
    });
    const orchestra = createOrchestra({ root, platform });
    const report = await orchestra.cleanupArtifacts({ dryRun: false, maxAgeDays: 0 });
    expect(snapshotOf(outside)["node_modules/precious.txt"]).toMatch(/^file/);
    expect(report.artifacts.map(({ path }) => path)).toEqual(swap === "other" ? ["pkg/node_modules"] : []);
    expect(existsSync(join(aside, "moved"))).toBe(true);
  }
});
