import { OrchestraError } from "../model/errors.ts";
import {
  RESOURCE_PRIORITIES,
  RESOURCE_STATUSES,
  RESOURCE_TYPES,
  RUN_ENVIRONMENTS,
  type ResourcePriority,
} from "../model/resource-values.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceFilter } from "./types.ts";

export interface FilterVocabulary {
  /** Everything that is known, unfiltered. */
  readonly resources: readonly Resource[];
  /** Types that the project's settings add. */
  readonly declaredTypes: readonly string[];
}

/**
 * What meets every condition. A value that no resource could ever have is a `USAGE` error that lists what there is,
 * for a mistyped filter that silently gives all, or nothing, hides the answer.
 */
export function filterResources(filter: ResourceFilter, vocabulary: FilterVocabulary): readonly Resource[] {
  checkValues(filter, vocabulary);
  const priority = filter.priority === undefined ? undefined : parsePriority(filter.priority);
  return vocabulary.resources.filter(
    (resource) =>
      (filter.resourceType === undefined || resource.resourceType === filter.resourceType) &&
      (filter.status === undefined || resource.status === filter.status) &&
      (filter.environment === undefined || isIn(resource, filter.environment)) &&
      (priority === undefined || resource.priority <= priority) &&
      (filter.tags ?? []).every((tag) => resource.tags.includes(tag)),
  );
}

/** The number of a priority given by name or number. Throws `USAGE`. */
export function parsePriority(value: string | number): ResourcePriority {
  const found = Object.entries(RESOURCE_PRIORITIES).find(
    ([name, number]) => name === String(value).toLowerCase() || String(number) === String(value),
  );
  if (found !== undefined) return found[1];
  throw unknownValue("priority", String(value), Object.keys(RESOURCE_PRIORITIES));
}

function isIn(resource: Resource, environment: string): boolean {
  return resource.environment === environment || resource.environment === "all";
}

function checkValues(filter: ResourceFilter, { resources, declaredTypes }: FilterVocabulary): void {
  const types = [...RESOURCE_TYPES, ...declaredTypes, ...resources.map((resource) => resource.resourceType)];
  const environments = [...RUN_ENVIRONMENTS, ...resources.map((resource) => resource.environment)];
  check("type", filter.resourceType, types);
  check("status", filter.status, RESOURCE_STATUSES);
  check("environment", filter.environment, environments);
  for (const tag of filter.tags ?? []) {
    check("tag", tag, resources.length === 0 ? [tag] : resources.flatMap((resource) => resource.tags));
  }
}

function check(name: string, value: string | undefined, allowed: readonly string[]): void {
  if (value === undefined || allowed.includes(value)) return;
  throw unknownValue(name, value, [...new Set(allowed)]);
}

function unknownValue(name: string, value: string, allowed: readonly string[]): OrchestraError {
  const shown = allowed.toSorted().slice(0, 40).join(", ");
  return new OrchestraError("USAGE", `unknown ${name} ${JSON.stringify(value)}`, {
    hint: shown === "" ? `No resource has a ${name}.` : `Known: ${shown}.`,
  });
}
