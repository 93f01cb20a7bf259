import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "./folders.ts";

/** A folder for PATH with git and node alone: what else this machine has must not matter, nor be asked. */
export function linkBasicPrograms(): string {
  const folder = temporaryFolder();
  const git = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
  symlinkSync(git, join(folder, "git"));
  symlinkSync(process.execPath, join(folder, "node"));
  return folder;
}
