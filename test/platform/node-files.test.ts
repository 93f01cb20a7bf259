import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createNodeFiles } from "../../src/platform/node-files.ts";
import { temporaryFolder } from "../support/folders.ts";

const files = createNodeFiles({ processId: process.pid, hostName: "bakery" });
const LIMIT = { maxBytes: 1_000 };

test("a FIFO, a folder and a device are refused at once", () => {
  const folder = temporaryFolder();
  execFileSync("mkfifo", [join(folder, "pipe")]);
  for (const path of [join(folder, "pipe"), folder, "/dev/zero"]) {
    expect(files.readText(path, LIMIT), path).toEqual({ isRead: false, reason: "not_a_file" });
  }
});

test("a file of up to the limit is read, a larger one is not", () => {
  const path = join(temporaryFolder(), "recipe.txt");
  writeFileSync(path, "x".repeat(1_000));
  expect(files.readText(path, LIMIT)).toEqual({ isRead: true, text: "x".repeat(1_000) });
  writeFileSync(path, "x".repeat(1_001));
  expect(files.readText(path, LIMIT)).toEqual({ isRead: false, reason: "too_large" });
});

test.runIf(process.platform === "linux")("files that say they are empty are read to their end", () => {
  expect(files.readText("/proc/self/stat", LIMIT)).toMatchObject({
    text: expect.stringMatching(/^\d+ \(.*\n$/s),
  });
  expect(files.readBytes("/proc/self/mountinfo", { maxBytes: 10 })).toEqual({
    isRead: false,
    reason: "too_large",
  });
});

test("a byte order mark is taken off, an empty file is empty", () => {
  const path = join(temporaryFolder(), "menu.json");
  writeFileSync(path, "\uFEFF{}");
  expect(files.readText(path, LIMIT)).toEqual({ isRead: true, text: "{}" });
  writeFileSync(path, "");
  expect(files.readText(path, LIMIT)).toEqual({ isRead: true, text: "" });
});

test("what is not there, loops or cannot be a path is a finding", () => {
  const folder = temporaryFolder();
  const loop = join(folder, "loop");
  symlinkSync(loop, loop);
  expect(files.readText(join(folder, "none"), LIMIT)).toEqual({ isRead: false, reason: "missing" });
  expect(files.readText(loop, LIMIT)).toEqual({ isRead: false, reason: "unreadable" });
  expect(files.readText("nul\0", LIMIT)).toEqual({ isRead: false, reason: "unreadable" });
  expect(files.readFolder(join(folder, "none"))).toEqual({ isRead: false, reason: "missing" });
  expect([files.stat(loop), files.realPath(loop), files.lstat("nul\0")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(files.lstat(loop)?.kind).toBe("link");
  expect(files.isExecutable(folder)).toBe(false);
});

test.runIf(process.platform === "linux")("a name that is not UTF-8 stays what it is and can be read", () => {
  const folder = temporaryFolder();
  const path = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0x62, 0xff])]);
  writeFileSync(path, "rye");
  mkdirSync(join(folder, "br\u00f6tchen"));
  const listing = files.readFolder(folder);
  const names = listing.isRead ? listing.entries.map(({ name, kind }) => [name, kind]) : [];
  expect(names).toHaveLength(2);
  expect(names).toContainEqual([Buffer.from([0x62, 0xff]), "file"]);
  expect(names).toContainEqual(["br\u00f6tchen", "folder"]);
  expect(files.readText(path, LIMIT)).toEqual({ isRead: true, text: "rye" });
});
