import { isAbsolute, resolve } from "node:path";
import { detectEnvironment, type EnvironmentDetection } from "../config/environments.ts";
import { loadProjectConfig, type LoadedConfig } from "../config/load-project-config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { OrchestraError } from "../model/errors.ts";
import { createNodePlatform } from "../platform/node-platform.ts";
import type { Platform } from "../platform/types.ts";
import type { Detector } from "../registry/types.ts";
import { openWorkspace } from "../workspace/open-workspace.ts";
import type { Workspace } from "../workspace/types.ts";
import { openState, type StateFolder } from "../state/state-folder.ts";
import { isTrusted } from "../state/trust.ts";
import type { OrchestraOptions } from "./types.ts";

const SERVICE_DEADLINE_MS = 500;

/** What every operation of one `Orchestra` shares. */
export interface Session {
  readonly platform: Platform;
  /** Absolute, links followed. */
  readonly root: string;
  readonly environment: EnvironmentDetection;
  readonly state: StateFolder;
  readonly isOffline: boolean;
  readonly serviceDeadlineMs: number;
  readonly signal: AbortSignal;
  readonly onProgress: ((done: number, total: number) => void) | undefined;
  /** The project's settings, loaded once. */
  readonly loadConfig: () => Promise<LoadedConfig>;
  /** Values that the caller puts above all. */
  readonly overrides: Readonly<Record<string, string>>;
  /** A fresh listing of the tree, or within `inOneLook` the one of that look. */
  readonly openTree: () => Promise<Workspace>;
  /** Runs some work over one listing of the tree. */
  readonly inOneLook: <T>(work: () => Promise<T>) => Promise<T>;
}

/** What an operation gives beside its answer. */
export interface Notes {
  readonly diagnostics: readonly Diagnostic[];
  readonly failures: readonly unknown[];
}

/** Finds root and environment; reads and writes nothing yet. Throws `ROOT_NOT_FOUND` and `USAGE`. */
export function openSession(options: OrchestraOptions): Session {
  const platform =
    options.platform ??
    createNodePlatform({
      ...(options.env === undefined ? {} : { env: options.env }),
      ...(options.workingFolder === undefined ? {} : { workingFolder: options.workingFolder }),
    });
  const root = findRoot(platform, options.root ?? ".");
  let config: Promise<LoadedConfig> | undefined;
  const loadOnce = () => (config ??= loadConfig(platform, root));
  return {
    platform,
    root,
    environment: detectEnvironment(platform.host.env, options.environment),
    state: openState(platform, root),
    isOffline: options.offline ?? false,
    serviceDeadlineMs: options.serviceDeadlineMs ?? SERVICE_DEADLINE_MS,
    signal: options.signal ?? new AbortController().signal,
    onProgress: options.onProgress,
    loadConfig: loadOnce,
    overrides: options.overrides ?? {},
    ...createLooks(async () => openWorkspace(platform, { root, ignore: (await loadOnce()).config.ignore })),
  };
}

/** The same tree for everything that is done in one look. */
function createLooks(open: () => Promise<Workspace>): Pick<Session, "openTree" | "inOneLook"> {
  let depth = 0;
  let shared: Promise<Workspace> | undefined;
  return {
    openTree: () => (depth === 0 ? open() : (shared ??= open())),
    inOneLook: async (work) => {
      depth += 1;
      try {
        return await work();
      } finally {
        depth -= 1;
        if (depth === 0) shared = undefined;
      }
    },
  };
}

/** The detectors of `orchestra` and those that the project's settings add. */
export async function loadDetectors(config: LoadedConfig): Promise<readonly Detector[]> {
  const { DETECTORS } = await import("../registry/detectors/index.ts");
  if (config.file === undefined || config.config.detectors.length === 0) return DETECTORS;
  const { createDeclaredDetectors } = await import("../registry/declared/detectors.ts");
  const declared = createDeclaredDetectors(config.config.detectors, {
    configFile: config.file.name,
    isTrusted: config.isTrusted,
  });
  return [...DETECTORS, ...declared];
}

function loadConfig(platform: Platform, root: string): Promise<LoadedConfig> {
  return loadProjectConfig(platform, root, (path, text) => isTrusted(platform, path, text));
}

function findRoot(platform: Platform, root: string): string {
  const absolute = isAbsolute(root) ? root : resolve(platform.host.workingFolder, root);
  if (platform.files.stat(absolute)?.kind === "folder") return platform.files.realPath(absolute) ?? absolute;
  throw new OrchestraError("ROOT_NOT_FOUND", `${root} is not a folder`, {
    hint: "--root names the project's folder.",
  });
}
