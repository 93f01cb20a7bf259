import { createOrchestra } from "./orchestra.ts";
import { createConflictResolver, type ConflictResolver } from "./conflicts/resolver.ts";
import { createConfigurationManager, type ConfigurationManager } from "./configuration/manager.ts";
import { createRegistryFacade, type ResourceRegistry } from "./registry-facade.ts";
import type { Conflict } from "../model/conflict.ts";
import type { CleanupOptions, CleanupReport } from "./cleanup/types.ts";
import type { DetectOptions } from "./conflicts/types.ts";
import type { Orchestra, OrchestraOptions, SystemState } from "./types.ts";

/** The guide's global instance: the only state of this package that is shared. */
let shared: Orchestra | undefined;

/**
 * The shared `Orchestra` of this process, made at the first call. Options given later make a new one, which is the
 * shared one from then on, so that none of them is silently ignored.
 */
export function getApi(options?: OrchestraOptions): Orchestra {
  if (shared === undefined || options !== undefined) shared = createOrchestra(options);
  return shared;
}

/** Initialises the shared instance; gives the system's state. */
export async function initializeSystem(options?: OrchestraOptions): Promise<SystemState> {
  return getApi(options).initializeSystem();
}

/** The registry of the shared instance. */
export function getRegistry(options?: OrchestraOptions): ResourceRegistry {
  return createRegistryFacade(getApi(options));
}

/** The configuration manager of the shared instance. */
export function getManager(options?: OrchestraOptions): ConfigurationManager {
  return createConfigurationManager(getApi(options));
}

/** The conflict resolver of the shared instance. */
export function getResolver(options?: OrchestraOptions): ConflictResolver {
  return createConflictResolver(getApi(options));
}

/** What contradicts what in a folder, the working folder when left out. Throws `ROOT_NOT_FOUND`. */
export async function detectConflicts(
  dir = ".",
  options: Omit<OrchestraOptions, "root"> & DetectOptions = {},
): Promise<readonly Conflict[]> {
  return createOrchestra({ ...options, root: dir }).detectConflicts(options);
}

/** What can be made again in a folder, the working folder when left out; put away only with `dryRun: false`. */
export async function cleanupArtifacts(
  options: Omit<OrchestraOptions, "root"> & CleanupOptions & { readonly dir?: string } = {},
): Promise<CleanupReport> {
  const { dir = ".", ...rest } = options;
  return createOrchestra({ ...rest, root: dir }).cleanupArtifacts(options);
}
