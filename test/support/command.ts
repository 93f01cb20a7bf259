import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { temporaryFolder } from "./folders.ts";

/** How the built command ended. */
export interface CommandRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A made-up machine: an empty home, a PATH of its own, a project folder. */
export interface Machine {
  readonly root: string;
  readonly home: string;
  readonly programs: string;
  readonly env: Readonly<Record<string, string>>;
  /** Runs the built command in the project folder. */
  run(...parameters: readonly string[]): Promise<CommandRun>;
}

/** Makes a machine; `env` adds to its variables. */
export function createMachine(env: Readonly<Record<string, string>> = {}): Machine {
  const folder = temporaryFolder();
  const [root, home, programs] = [join(folder, "project"), join(folder, "home"), join(folder, "programs")];
  for (const path of [root, home, programs]) mkdirSync(path, { mode: 0o700 });
  const variables = { PATH: programs, HOME: home, ...env };
  return {
    root,
    home,
    programs,
    env: variables,
    run: (...parameters) => runCommand(parameters, { cwd: root, env: variables }),
  };
}

/** Runs the built command as a process. */
export function runCommand(
  parameters: readonly string[],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<CommandRun> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [resolve("bin/orchestra.js"), ...parameters], {
      ...options,
      stdio: "pipe",
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString("utf8")));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString("utf8")));
    child.on("error", fail);
    child.on("close", (exitCode) => done({ exitCode, stdout, stderr }));
  });
}
