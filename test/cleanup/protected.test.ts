import { spawn } from "node:child_process";
import { linkSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { commitAll, git, temporaryFolder, writeTree, type Tree } from "../support/folders.ts";
import { found, scanFolder } from "./scan.ts";

function repository(tracked: Tree, others: Tree): string {
  const root = temporaryFolder();
  writeTree(root, tracked);
  commitAll(root);
  writeTree(root, others);
  return root;
}

test("settings, keys, states and databases are never artifacts", async () => {
  const root = repository(
    { ".gitignore": "*\n" },
    {
      ".env": "",
      ".env.log": "",
      "app.env.log": "",
      "server.pem": "",
      id_rsa: "",
      "store.jks": "",
      "terraform.tfstate": "",
      "terraform.tfstate.backup": "",
      "orders.db": "",
      "orders.sqlite.bak": "",
      "orders.sqlite": "",
      "kafka/orders-0/leader-epoch-checkpoint": "",
      "kafka/orders-0/00000000000000000000.log": "",
      "level/MANIFEST-000002": "",
      "level/000003.log": "",
      "data/wal.log": "",
      "pg/PG_VERSION": "15",
      "pg/server.log": "",
      ".orchestra/oven.log": "",
      "secrets.log": "",
    },
  );
  expect(found(await scanFolder(root))).toEqual(["log app.env.log", "log secrets.log"]);
});

test("what is precious in an artifact stays, and the rest of it goes in the largest parts", async () => {
  const root = repository(
    { ".gitignore": "node_modules/\ndist/\n.terraform/\n", "package.json": "{}", "main.tf": "" },
    {
      "node_modules/mixer/index.js": "mix",
      "node_modules/mixer/test/server.key": "part of the package",
      "node_modules/.env": "A=1",
      "node_modules/oven/cache.sqlite": "rows",
      "node_modules/oven/index.js": "bake",
      "node_modules/linked/.git/HEAD": "ref: refs/heads/main\n",
      "node_modules/linked/index.js": "work of a person",
      "dist/site.key": "made by hand",
      "dist/index.js": "built",
      ".terraform/environment": "production",
      ".terraform/terraform.tfstate": "{}",
      ".terraform/providers/oven": "binary",
    },
  );
  const { artifacts } = await scanFolder(root);
  const told = artifacts.map(({ path, kept, pieces, bytes }) => ({
    path,
    kept: kept.toSorted(),
    pieces: pieces.map((piece) => piece.path).toSorted(),
    bytes,
  }));
  expect(told).toEqual([
    {
      path: ".terraform",
      kept: [".terraform/environment", ".terraform/terraform.tfstate"],
      pieces: [".terraform/providers"],
      bytes: 6,
    },
    { path: "dist", kept: ["dist/site.key"], pieces: ["dist/index.js"], bytes: 5 },
    {
      path: "node_modules",
      kept: ["node_modules/.env", "node_modules/linked", "node_modules/oven/cache.sqlite"],
      pieces: ["node_modules/mixer", "node_modules/oven/index.js"],
      bytes: 26,
    },
  ]);
});

test("source folders of an artifact's name, other repositories and submodules are left alone", async () => {
  const root = repository(
    {
      ".gitignore": "node_modules\nbuild\ntarget\ndist\n/vendor\n",
      "src/index.ts": "",
      "packages/ovens/package.json": "{}",
    },
    {
      "src/node_modules/shared/index.ts": "no package.json beside",
      "src/build/plan.ts": "",
      "src/target/rust.ts": "",
      "src/dist/plan.ts": "",
      "other/.git/HEAD": "ref: refs/heads/main\n",
      "other/package.json": "{}",
      "other/node_modules/.package-lock.json": "{}",
      "packages/ovens/node_modules/mixer/package.json": "{}",
      "packages/ovens/dist/mine.js": "",
    },
  );
  git(root, "add", "-f", "packages/ovens/dist/mine.js");
  writeFileSync(join(root, "packages/ovens/dist/made.js"), "");
  expect(found(await scanFolder(root))).toEqual(["node-modules packages/ovens/node_modules"]);
});

test("nothing is reached through a link, and hard links are counted once", async () => {
  const outside = temporaryFolder();
  writeTree(outside, { "package.json": "{}", "node_modules/.package-lock.json": "{}", "a.log": "home" });
  const root = repository(
    { ".gitignore": "node_modules\n*.log\nhome\n/top\n", "package.json": "{}" },
    { "node_modules/a.js": "12345" },
  );
  linkSync(join(root, "node_modules/a.js"), join(root, "node_modules/b.js"));
  for (const [name, target] of [
    ["home", outside],
    ["top", "/"],
    ["node_modules/home", outside],
    ["sly.log", join(outside, "a.log")],
  ] as const)
    symlinkSync(target, join(root, name));
  mkdirSync(join(root, "pkg"));
  writeTree(root, { "pkg/package.json": "{}" });
  symlinkSync(join(outside, "node_modules"), join(root, "pkg/node_modules"));
  const scan = await scanFolder(root);
  expect(found(scan)).toEqual(["node-modules node_modules"]);
  expect(scan.artifacts[0]?.bytes).toBe(5 + outside.length);
});

test("age, size and globs choose; the newest file inside gives the age", async () => {
  const root = repository(
    { ".gitignore": "dist/\n*.log\n", "a/package.json": "{}", "b/package.json": "{}" },
    { "a/dist/old.js": "old", "a/dist/new.js": "new", "b/dist/old.js": "old old", "b.log": "x" },
  );
  const old = new Date(Date.now() - 40 * 86_400_000);
  for (const path of ["a/dist/old.js", "b/dist/old.js", "b.log"]) utimesSync(join(root, path), old, old);
  const aged = await scanFolder(root, { maxAgeDays: 30 });
  expect(found(aged)).toEqual(["log b.log", "javascript-build b/dist"]);
  expect(aged.artifacts.map(({ ageDays }) => ageDays)).toEqual([40, 40]);
  expect(found(await scanFolder(root, { maxAgeDays: 41 }))).toEqual([]);
  expect(found(await scanFolder(root, { minSize: 7 }))).toEqual(["javascript-build b/dist"]);
  expect(found(await scanFolder(root, { isWanted: (path) => path.startsWith("a/") }))).toEqual([
    "javascript-build a/dist",
  ]);
});

test.runIf(process.platform === "linux")("what a program stands in or has open is in use", async () => {
  const root = repository(
    { ".gitignore": "dist/\n*.log\n", "package.json": "{}", "b/package.json": "{}" },
    { "dist/a.js": "", "b/dist/b.js": "", "run.log": "x", "idle.log": "x" },
  );
  const command = `exec 9>>"${root}/run.log"; echo ready; sleep 60 & wait`;
  const child = spawn("sh", ["-c", command], { cwd: join(root, "b/dist"), detached: true });
  onTestFinished(() => {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  });
  await new Promise((done) => child.stdout.once("data", done));
  const scan = await scanFolder(root);
  expect(found(scan)).toEqual(["javascript-build dist", "log idle.log"]);
  expect(scan.diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([
    "CLEANUP_LEFT_ALONE b/dist",
    "CLEANUP_LEFT_ALONE run.log",
  ]);
});

test("outside a repository .gitignore files still count, and without one only what is proven goes", async () => {
  const root = temporaryFolder();
  writeTree(root, { "a.log": "", "__pycache__/a.pyc": "", "dist/a.js": "", "package.json": "{}" });
  expect(found(await scanFolder(root))).toEqual(["pycache __pycache__"]);
  writeTree(root, { ".gitignore": "dist/\n" });
  expect(found(await scanFolder(root))).toEqual(["pycache __pycache__", "javascript-build dist"]);
  expect(readFileSync(join(root, "a.log"), "utf8")).toBe("");
});
