import { detectEnvironment, type EnvironmentDetection } from "../config/environments.ts";
import { loadProjectConfig, type LoadedConfig } from "../config/load-project-config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Platform } from "../platform/types.ts";
import type { Detector } from "../registry/types.ts";
import { openPlace } from "./place.ts";
import type { StatusAhead } from "../workspace/git-question.ts";
import { openWorkspace, type WorkspaceOptions } from "../workspace/open-workspace.ts";
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
  readonly openTree: (wishes?: Wishes) => Promise<Workspace>;
  /** Runs some work over one listing of the tree. */
  readonly inOneLook: <T>(work: () => Promise<T>) => Promise<T>;
}

/** What is going to be asked of a tree. */
type Wishes = Pick<WorkspaceOptions, "comparesContent">;

/** What an operation gives beside its answer. */
export interface Notes {
  readonly diagnostics: readonly Diagnostic[];
  readonly failures: readonly unknown[];
}

/**
 * Finds root and environment; reads and writes nothing yet. The first look takes what was asked of git ahead. Throws
 * `ROOT_NOT_FOUND` and `USAGE`.
 */
export function openSession(options: OrchestraOptions, ahead?: StatusAhead): Session {
  const { platform, root } = openPlace(options);
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
    ...createLooks(async (wishes) => {
      const { ignore } = (await loadOnce()).config;
      return openWorkspace(platform, { root, ignore, ahead, ...wishes });
    }),
  };
}

/** The same tree for everything that is done in one look. */
function createLooks(open: (wishes?: Wishes) => Promise<Workspace>): Pick<Session, "openTree" | "inOneLook"> {
  let depth = 0;
  let shared: Promise<Workspace> | undefined;
  return {
    openTree: (wishes) => (depth === 0 ? open(wishes) : (shared ??= open(wishes))),
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
