import { cpSync, mkdirSync, symlinkSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execFileSync } from "node:child_process";
import { onTestFinished } from "vitest";
import { rmSync } from "node:fs";
import type { JsonValue } from "../../src/model/json.ts";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { createProgramIndex } from "../../src/registry/programs.ts";
import { runDetector, type DetectorReport } from "../../src/registry/run-detector.ts";
import type { DetectContext, Detector } from "../../src/registry/types.ts";
import { openWorkspace } from "../../src/workspace/open-workspace.ts";

/** Relative path → content. */
export type Tree = Readonly<Record<string, string>>;

export interface BenchOptions {
  /** Folder of `fixtures/detectors/`: its `project` and `home` become the root and the home folder. */
  readonly fixture?: string;
  readonly project?: Tree;
  readonly home?: Tree;
  /** Name → text of an executable script; the folder is the whole of PATH. */
  readonly programs?: Tree;
  readonly env?: Readonly<Record<string, string>>;
  /** Makes the root a git repository with everything committed. */
  readonly git?: boolean;
  readonly offline?: boolean;
}

export interface Bench {
  readonly root: string;
  readonly home: string;
  readonly context: DetectContext;
  /** Runs one detector over this bench. */
  detect(detector: Detector): Promise<DetectorReport>;
}

/** A made-up machine in a temporary folder: project, home and PATH; gone when the test ends. */
export async function createBench(options: BenchOptions = {}): Promise<Bench> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "orchestra-bench-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [root, home, programs] = ["project", "home", "programs"].map((name) => join(folder, name));
  if (root === undefined || home === undefined || programs === undefined) throw new Error("unreachable");
  for (const path of [root, home, programs]) mkdirSync(path, { mode: 0o700 });
  if (options.fixture !== undefined)
    cpSync(join("fixtures/detectors", options.fixture), folder, { recursive: true });
  writeTree(root, options.project ?? {}, 0o644);
  writeTree(home, options.home ?? {}, 0o600);
  writeTree(programs, options.programs ?? {}, 0o755);
  if (options.git === true) {
    commitAll(root);
    symlinkSync(
      execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim(),
      join(programs, "git"),
    );
  }
  const context = await createContext({ root, home, programs }, options);
  return { root, home, context, detect: (detector) => runDetector(detector, context) };
}

interface Folders {
  readonly root: string;
  readonly home: string;
  readonly programs: string;
}

async function createContext(folders: Folders, options: BenchOptions): Promise<DetectContext> {
  const platform = createNodePlatform({
    workingFolder: folders.root,
    env: { PATH: folders.programs, HOME: folders.home, ...options.env },
  });
  const answers = new Map<string, JsonValue>();
  return {
    platform,
    workspace: await openWorkspace(platform, { root: folders.root }),
    environment: "local",
    isOffline: options.offline ?? false,
    programs: createProgramIndex(platform),
    cache: { get: (key) => answers.get(key), set: (key, value) => void answers.set(key, value) },
    serviceDeadlineMs: 500,
    signal: new AbortController().signal,
  };
}

function writeTree(folder: string, tree: Tree, mode: number): void {
  for (const [path, content] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content, { mode });
  }
}

function commitAll(root: string): void {
  const git = (...parameters: string[]) =>
    execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@localhost", ...parameters], {
      cwd: root,
      env: { PATH: process.env["PATH"], HOME: root, GIT_CONFIG_NOSYSTEM: "1" },
      stdio: "pipe",
    });
  git("init", "-q", "-b", "main");
  git("add", "-A", "-f");
  git("commit", "-q", "--allow-empty", "-m", "base");
}
