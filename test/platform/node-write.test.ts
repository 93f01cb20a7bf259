import { execFileSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createNodeFiles } from "../../src/platform/node-files.ts";
import { temporaryFolder } from "../support/folders.ts";

const files = createNodeFiles({ processId: process.pid, hostName: "bakery" });
const PRIVATE = { mode: 0o600 };
const UNWRITABLE = expect.objectContaining({ name: "OrchestraError", code: "STATE_UNWRITABLE" });

test("a file is replaced whole, a link by the file, and nothing else is left", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "target"), "mine");
  symlinkSync("target", join(folder, "menu.json"));
  files.writeAtomic(join(folder, "menu.json"), "br\u00f6tchen", PRIVATE);
  expect(readFileSync(join(folder, "menu.json"), "utf8")).toBe("br\u00f6tchen");
  expect(readFileSync(join(folder, "target"), "utf8")).toBe("mine");
  expect(statSync(join(folder, "menu.json")).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).toSorted()).toEqual(["menu.json", "target"]);
});

test("what stands in the way costs an expected failure and leaves no temporary file", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "file"), "mine");
  mkdirSync(join(folder, "folder"));
  const below = join(folder, "file", "menu.json");
  const attempts = [
    () => files.writeAtomic(below, "x", PRIVATE),
    () => files.writeAtomic(join(folder, "folder"), "x", PRIVATE),
    () => files.writeAtomic(join(folder, "x".repeat(300)), "x", PRIVATE),
    () => files.createExclusive(below, "x", PRIVATE),
    () => files.append(below, "x", PRIVATE),
    () => files.append(join(folder, "none", "x"), "x", PRIVATE),
    () => files.makeFolder(below, { mode: 0o700 }),
    () => files.makeFolder(join(folder, "file"), { mode: 0o700 }),
    () => files.removeFile(join(folder, "folder")),
    () => files.rename(join(folder, "file"), join(folder, "folder")),
  ];
  for (const attempt of attempts) expect(attempt, String(attempt)).toThrowError(UNWRITABLE);
  expect(readdirSync(folder).toSorted()).toEqual(["file", "folder"]);
  expect(readFileSync(join(folder, "file"), "utf8")).toBe("mine");
});

test("a taken path is not made again, even when it is a link to nowhere", () => {
  const folder = temporaryFolder();
  const path = join(folder, "lock");
  expect(files.createExclusive(path, "first", PRIVATE)).toBe(true);
  expect(files.createExclusive(path, "second", PRIVATE)).toBe(false);
  expect(readFileSync(path, "utf8")).toBe("first");
  symlinkSync("nowhere", join(folder, "dangling"));
  expect(files.createExclusive(join(folder, "dangling"), "x", PRIVATE)).toBe(false);
  expect(readdirSync(folder).toSorted()).toEqual(["dangling", "lock"]);
});

test.runIf(process.platform !== "win32")("nothing is added through a link or to a FIFO", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "profile"), "mine\n");
  symlinkSync("profile", join(folder, "history"));
  execFileSync("mkfifo", [join(folder, "pipe")]);
  expect(() => files.append(join(folder, "history"), "x", PRIVATE)).toThrowError(UNWRITABLE);
  expect(() => files.append(join(folder, "pipe"), "x", PRIVATE)).toThrowError(UNWRITABLE);
  files.append(join(folder, "profile"), "more\n", PRIVATE);
  expect(readFileSync(join(folder, "profile"), "utf8")).toBe("mine\nmore\n");
});

test("removing takes a link, never what it points to, and does not mind when nothing is there", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "kept"));
  symlinkSync("kept", join(folder, "link"));
  files.removeFile(join(folder, "link"));
  files.removeFile(join(folder, "link"));
  expect(lstatSync(join(folder, "kept")).isDirectory()).toBe(true);
  expect(existsSync(join(folder, "link"))).toBe(false);
  expect(files.rename(join(folder, "link"), join(folder, "other"))).toBe(false);
});

test("pieces of any length make the same file as the whole text", () => {
  const folder = temporaryFolder();
  const pieces = [
    "",
    "br\u00f6t",
    "\u{1f956}".repeat(40_000),
    "\u20ac".repeat(32_768),
    "a",
    "b".repeat(32_767),
    "",
  ];
  files.writeAtomic(join(folder, "pieces"), pieces, PRIVATE);
  expect(readFileSync(join(folder, "pieces"), "utf8") === pieces.join("")).toBe(true);
});

test("a piece that cannot be made leaves the file as it was", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "menu.json"), "mine");
  function* pieces(): Generator<string> {
    yield "half of it";
    throw new Error("no more");
  }
  expect(() => files.writeAtomic(join(folder, "menu.json"), pieces(), PRIVATE)).toThrow("no more");
  expect(readdirSync(folder)).toEqual(["menu.json"]);
  expect(readFileSync(join(folder, "menu.json"), "utf8")).toBe("mine");
});
