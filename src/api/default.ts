import { createOrchestra } from "./orchestra.ts";
import { createConfigurationManager, type ConfigurationManager } from "./configuration/manager.ts";
import { createRegistryFacade, type ResourceRegistry } from "./registry-facade.ts";
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
