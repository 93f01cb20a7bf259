import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import type { Platform } from "../../src/platform/types.ts";
import { createProgramIndex, programFileNames, searchFolders } from "../../src/registry/programs.ts";

describe("searchFolders", () => {
  test("leaves out what depends on where one is, and repeats", () => {
    const host = { os: "linux", env: { PATH: "/bakery/bin:.::tools/bin:/bakery/bin/:/usr/bin" } } as const;
    expect(searchFolders(host)).toEqual(["/bakery/bin", "/usr/bin"]);
  });

  test("reads Windows' own spelling", () => {
    const host = {
      os: "windows",
      env: { Path: String.raw`C:\Oven\bin;"D:\Flour Mill";tools;C:\Oven\bin\;C:\ ` },
    } as const;
    expect(searchFolders(host)).toEqual(["C:\\Oven\\bin", "D:\\Flour Mill", "C:\\ "]);
  });

  test("is empty without PATH", () => {
    expect(searchFolders({ os: "linux", env: {} })).toEqual([]);
  });
});

describe("programFileNames", () => {
  test("tries the extensions of Windows in their order", () => {
    const host = { os: "windows", env: { PATHEXT: ".EXE;.CMD" } } as const;
    expect(programFileNames("Git", host)).toEqual(["git.exe", "git.cmd"]);
    expect(programFileNames("git.exe", host)).toEqual(["git.exe"]);
  });

  test("is the name itself elsewhere", () => {
    expect(programFileNames("Git", { os: "macos", env: { PATHEXT: ".EXE" } })).toEqual(["Git"]);
  });
});

describe("createProgramIndex", () => {
  test("finds executables in the order of PATH and follows links", () => {
    const { folder, platform } = machine(["second", "first"]);
    program(folder, "first/sieve");
    program(folder, "second/sieve");
    program(folder, "store/oven-2");
    symlinkSync(join(folder, "store/oven-2"), join(folder, "first/oven"));
    const index = createProgramIndex(platform);
    expect(index.find("sieve").map((copy) => copy.path)).toEqual([
      join(folder, "second/sieve"),
      join(folder, "first/sieve"),
    ]);
    expect(index.find("oven")).toEqual([
      { path: join(folder, "first/oven"), realPath: join(folder, "store/oven-2") },
    ]);
  });

  test("counts folders that are links to each other once", () => {
    const { folder, platform } = machine(["merged", "first"]);
    program(folder, "first/sieve");
    rmSync(join(folder, "merged"), { recursive: true });
    symlinkSync(join(folder, "first"), join(folder, "merged"));
    expect(createProgramIndex(platform).find("sieve")).toEqual([
      { path: join(folder, "merged/sieve"), realPath: join(folder, "first/sieve") },
    ]);
  });

  test("takes nothing that cannot be started", () => {
    const { folder, platform } = machine(["first"]);
    writeFileSync(join(folder, "first/recipe"), "a text", { mode: 0o644 });
    mkdirSync(join(folder, "first/pantry"), { mode: 0o755 });
    symlinkSync(join(folder, "gone"), join(folder, "first/dangling"));
    symlinkSync("loop", join(folder, "first/loop"));
    const index = createProgramIndex(platform);
    for (const name of ["recipe", "pantry", "dangling", "loop", "../first/recipe", "__proto__", ""]) {
      expect(index.find(name), name).toEqual([]);
    }
  });

  test("lists each folder once, at the first question", () => {
    const { folder, platform } = machine(["first", "second"]);
    program(folder, "first/sieve");
    const listed: string[] = [];
    const files: Platform["files"] = {
      ...platform.files,
      readFolder: (path) => {
        listed.push(String(path));
        return platform.files.readFolder(path);
      },
    };
    const index = createProgramIndex({ ...platform, files });
    expect(listed).toEqual([]);
    index.find("sieve");
    index.find("sieve");
    index.find("oven");
    expect(listed).toEqual([join(folder, "first"), join(folder, "second")]);
  });

  test("goes on where a folder is missing or closed", () => {
    const { folder, platform } = machine(["nowhere", "first"]);
    program(folder, "first/sieve");
    rmSync(join(folder, "nowhere"), { recursive: true });
    expect(createProgramIndex(platform).find("sieve")).toHaveLength(1);
  });

  test("looks on Windows for each extension in one folder before the next folder", () => {
    const folders: Record<string, readonly string[]> = {
      "C:\\Oven": ["Sieve.CMD"],
      "C:\\Mill": ["sieve.exe", "sieve.cmd"],
    };
    const platform = windowsMachine(folders);
    expect(
      createProgramIndex(platform)
        .find("sieve")
        .map((copy) => copy.path),
    ).toEqual(["C:\\Oven\\Sieve.CMD", "C:\\Mill\\sieve.exe", "C:\\Mill\\sieve.cmd"]);
  });
});

function machine(path: readonly string[]): { readonly folder: string; readonly platform: Platform } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "orchestra-programs-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of new Set([...path, "store"])) mkdirSync(join(folder, name));
  const PATH = path.map((name) => join(folder, name)).join(":");
  return { folder, platform: createNodePlatform({ env: { PATH, HOME: folder } }) };
}

function program(folder: string, path: string): void {
  writeFileSync(join(folder, path), "#!/bin/sh\n");
  chmodSync(join(folder, path), 0o755);
}

function windowsMachine(folders: Readonly<Record<string, readonly string[]>>): Platform {
  const platform = createNodePlatform();
  const env = { Path: Object.keys(folders).join(";"), PATHEXT: ".EXE;.CMD" };
  return {
    ...platform,
    host: { ...platform.host, os: "windows", env },
    files: {
      ...platform.files,
      realPath: (path) => path,
      isExecutable: () => true,
      readFolder: (path) => ({
        isRead: true,
        entries: (folders[String(path)] ?? []).map((name) => ({ name, kind: "file" })),
      }),
    },
  };
}
