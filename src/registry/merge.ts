import type { Resource } from "../model/resource.ts";
import { RUN_ENVIRONMENTS } from "../model/resource-values.ts";
import { compareResources } from "./unique-ids.ts";

export interface KnownResources {
  readonly resources: readonly Resource[];
  /** Ids of resources that the last run of their detector no longer found. */
  readonly vanished: readonly string[];
}

export interface FoundResources {
  readonly resources: readonly Resource[];
  /** Detectors that ran to their end. */
  readonly completeDetectors: readonly string[];
  /** Every detector that there is: what others left behind is no one's any more. */
  readonly allDetectors: readonly string[];
  /** Where this run took place. */
  readonly environment: string;
}

/**
 * What is known after a run. A resource that its own detector no longer finds is `missing` for one run and gone
 * after the second; a detector that failed, or did not run, takes nothing away; nor does a run in another environment.
 */
export function mergeDiscovery(known: KnownResources, found: FoundResources): KnownResources {
  const seen = new Set(found.resources.map((resource) => resource.id));
  const vanishedBefore = new Set(known.vanished);
  const absent = known.resources.filter((resource) => !seen.has(resource.id));
  const untouched = absent.filter((resource) => !wasLookedFor(resource, found));
  const lookedFor = absent.filter((resource) => wasLookedFor(resource, found));
  const missing = lookedFor.filter((resource) => !vanishedBefore.has(resource.id)).map(asMissing);
  const stillVanished = untouched.filter((resource) => vanishedBefore.has(resource.id));
  return {
    resources: [...found.resources, ...untouched, ...missing].toSorted(compareResources),
    vanished: [...missing, ...stillVanished].map((resource) => resource.id).toSorted(),
  };
}

/** True when a resource says something of this run's environment, or of all. */
export function concerns(resource: Resource, environment: string): boolean {
  if (resource.environment === environment || resource.environment === "all") return true;
  return !RUN_ENVIRONMENTS.some((other) => other === resource.environment);
}

function wasLookedFor(resource: Resource, found: FoundResources): boolean {
  const { detector } = resource.source;
  if (!found.allDetectors.includes(detector)) return true;
  return found.completeDetectors.includes(detector) && concerns(resource, found.environment);
}

function asMissing(resource: Resource): Resource {
  return { ...resource, status: "missing", statusReason: "no longer found by the detector that reported it" };
}
