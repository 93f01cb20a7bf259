import type { ResourceStatus } from "../model/resource-values.ts";
import type { Resource } from "../model/resource.ts";
import type { Orchestra, ResourceFilter, ResourceInput } from "./types.ts";

/** The guide's registry: the same resources as the API's, under the guide's names. */
export interface ResourceRegistry {
  registerResource(resource: ResourceInput): Promise<Resource>;
  /** False when nothing of this id was registered. */
  unregisterResource(id: string): Promise<boolean>;
  getResource(id: string): Promise<Resource | undefined>;
  listResources(filter?: ResourceFilter): Promise<readonly Resource[]>;
  /** `missing` for an id that nobody knows. */
  verifyResourceStatus(id: string): Promise<ResourceStatus>;
  /** Status by id. */
  verifyAllResources(): Promise<Readonly<Record<string, ResourceStatus>>>;
  discoverResources(): Promise<readonly Resource[]>;
}

/** Gives an `Orchestra` the guide's registry face. */
export function createRegistryFacade(orchestra: Orchestra): ResourceRegistry {
  return {
    registerResource: (resource) => orchestra.registerResource(resource),
    unregisterResource: (id) => orchestra.unregisterResource(id),
    getResource: (id) => orchestra.getResource(id),
    listResources: (filter) => orchestra.getResources(filter),
    verifyResourceStatus: async (id) => {
      if ((await orchestra.getResource(id)) === undefined) return "missing";
      return (await orchestra.verifyResources([id]))[id] ?? "unknown";
    },
    verifyAllResources: () => orchestra.verifyResources(),
    discoverResources: () => orchestra.discoverResources(),
  };
}
