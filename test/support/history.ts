import { execFileSync } from "node:child_process";
import { lstatSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { git, writeTree, type Tree } from "./folders.ts";

/** A commit: what is written (a `null` takes a file away), on a day of its own. */
export type Commit = Readonly<Record<string, string | null>>;

/** Makes a folder a git repository of several commits, a day apart each. */
export function commitHistory(folder: string, commits: readonly Commit[]): void {
  git(folder, "init", "-q", "-b", "main");
  commits.forEach((commit, index) => {
    const present: Tree = Object.fromEntries(
      Object.entries(commit).flatMap(([path, text]) => (text === null ? [] : [[path, text]])),
    );
    writeTree(folder, present);
    for (const [path, text] of Object.entries(commit)) if (text === null) rmSync(join(folder, path));
    git(folder, "add", "-A");
    const date = `2026-01-0${index + 1}T12:00:00Z`;
    const name = { GIT_AUTHOR_NAME: "Test", GIT_AUTHOR_EMAIL: "test@localhost" };
    execFileSync("git", ["commit", "-q", "-m", `day ${index + 1}`], {
      cwd: folder,
      env: {
        PATH: process.env["PATH"],
        HOME: folder,
        GIT_CONFIG_NOSYSTEM: "1",
        ...name,
        GIT_COMMITTER_NAME: name.GIT_AUTHOR_NAME,
        GIT_COMMITTER_EMAIL: name.GIT_AUTHOR_EMAIL,
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
      },
    });
  });
}

/** Every file and link below a folder but git's and orchestra's own, with its mode and content. */
export function readTree(folder: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1);
    if (/^\.(git|orchestra)(\/|$)/.test(name) || entry.isDirectory()) continue;
    const mode = lstatSync(path).mode.toString(8);
    found[name] = `${mode} ${entry.isSymbolicLink() ? readlinkSync(path) : readFileSync(path, "utf8")}`;
  }
  return found;
}
