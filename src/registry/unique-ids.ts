import type { Resource } from "../model/resource.ts";
import { resourceId } from "./complete-draft.ts";

/**
 * Sorts resources by type, name and place, and tells those of the same id apart by their place, so that each id
 * stands for one thing. The same reports in any order give the same ids.
 */
export function withUniqueIds(resources: readonly Resource[]): readonly Resource[] {
  const taken = new Set<string>();
  return resources.toSorted(compareResources).map((resource) => {
    const isFree = !taken.has(resource.id);
    const free = isFree ? resource : (candidates(resource).find(({ id }) => !taken.has(id)) ?? resource);
    taken.add(free.id);
    return free;
  });
}

/** Order of every list of resources: type, name, environment, file, line; by code unit. */
export function compareResources(a: Resource, b: Resource): number {
  return (
    compareText(a.resourceType, b.resourceType) ||
    compareText(a.name, b.name) ||
    compareText(a.environment, b.environment) ||
    compareText(a.source.file ?? "", b.source.file ?? "") ||
    (a.source.line ?? 0) - (b.source.line ?? 0) ||
    compareText(a.source.detector, b.source.detector)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function candidates(resource: Resource): readonly Resource[] {
  const { file, line, detector } = resource.source;
  const place = file ?? resource.accessPattern;
  return [
    renamed(resource, `${resource.name} (${place})`),
    renamed(resource, `${resource.name} (${place}:${line ?? 0})`),
    renamed(resource, `${resource.name} (${place}:${line ?? 0}, ${detector})`),
  ];
}

function renamed(resource: Resource, name: string): Resource {
  return { ...resource, name, id: resourceId(name, resource.resourceType, resource.environment) };
}
