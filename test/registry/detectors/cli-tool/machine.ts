import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createNodePlatform } from "../../../../src/platform/node-platform.ts";
import type { Platform } from "../../../../src/platform/types.ts";
import { cliToolDetector } from "../../../../src/registry/detectors/cli-tool/index.ts";
import { createProgramIndex } from "../../../../src/registry/programs.ts";
import { runDetector, type DetectorReport } from "../../../../src/registry/run-detector.ts";
import type { DetectContext } from "../../../../src/registry/types.ts";
import { createBench, type BenchOptions } from "../../../support/detector-bench.ts";

export interface MachineOptions extends BenchOptions {
  /** Folders below the machine's own (`home/.pyenv/shims`, `programs`); `/…` as it is. */
  readonly path?: readonly string[];
  /** Path below the machine's folder → text of an executable. */
  readonly scripts?: Readonly<Record<string, string>>;
  /** Path below the machine's folder → text of a plain file. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Path of a link → what it points to, both below the machine's folder. */
  readonly links?: Readonly<Record<string, string>>;
}

export interface Machine {
  readonly folder: string;
  readonly context: DetectContext;
  /** Programs that were started so far. */
  readonly started: string[];
  /** Looks at everything afresh, as a new run does. */
  detect(): Promise<DetectorReport>;
}

/** A made-up machine whose PATH the test chooses and whose started programs it can count. */
export async function createMachine(options: MachineOptions): Promise<Machine> {
  const bench = await createBench(options);
  const folder = dirname(bench.root);
  const at = (path: string) => (path.startsWith("/") ? path : join(folder, path));
  for (const [path, text] of Object.entries(options.texts ?? {})) write(at(path), text, 0o644);
  for (const [path, text] of Object.entries(options.scripts ?? {})) write(at(path), text, 0o755);
  for (const [path, target] of Object.entries(options.links ?? {})) {
    mkdirSync(dirname(at(path)), { recursive: true });
    symlinkSync(at(target), at(path));
  }
  const PATH = (options.path ?? ["programs"]).map(at).join(":");
  const plain = createNodePlatform({
    workingFolder: bench.root,
    env: { PATH, HOME: bench.home, ...options.env },
  });
  const started: string[] = [];
  const platform: Platform = { ...plain, processes: counted(plain.processes, started) };
  const fresh = (): DetectContext => ({ ...bench.context, platform, programs: createProgramIndex(platform) });
  return { folder, started, context: fresh(), detect: () => runDetector(cliToolDetector, fresh()) };
}

/** A script that prints one line. */
export function says(line: string): string {
  return `#!/bin/sh\necho '${line}'\n`;
}

function counted(processes: Platform["processes"], started: string[]): Platform["processes"] {
  return {
    ...processes,
    run: (program, parameters, options) => {
      started.push(program);
      return processes.run(program, parameters, options);
    },
  };
}

function write(path: string, text: string, mode: number): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, mode);
}
