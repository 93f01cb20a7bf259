import type { ConflictFinding } from "../../../model/conflict.ts";
import type { Resource } from "../../../model/resource.ts";
import { isFixture, isTemplatePath, isVendored } from "../../paths.ts";
import type { ConflictRule } from "../../rule.ts";

/** A resource that names another one which is not there. */
export const missingDependency: ConflictRule = {
  rule: "missing_dependency",
  conflictType: "resource_conflict",
  severity: "medium",
  title: "A resource needs another one that is not there",
  reads: ["resources"],
  strategies: ["manual", "keep_all"],
  evidence: { resource: "which needs it", dependency: "what is missing" },
  find: ({ resources }) => {
    const names = new Set(resources.flatMap(({ name, id }) => [name, id]));
    return resources.flatMap((resource) => {
      const { file = "" } = resource.source;
      if (isVendored(file) || isFixture(file) || isTemplatePath(file)) return [];
      return resource.dependencies
        .filter((dependency) => !isThere(dependency, resource, { names, resources }))
        .map((dependency) => toFinding(resource, dependency));
    });
  },
};

interface Known {
  readonly names: ReadonlySet<string>;
  readonly resources: readonly Resource[];
}

/**
 * Another service may stand in another compose file that is given with this one or included, whatever the name of that
 * file; what starts an MCP server
 * may be a program that nobody lists. Of what a person registered any name will do.
 */
function isThere(dependency: string, resource: Resource, { names, resources }: Known): boolean {
  const { tags, metadata, source } = resource;
  if (tags.includes("mcp") || OF_DDEV.test(`${source.file}:${dependency}`)) return true;
  if (!tags.includes("compose")) return names.has(dependency);
  const { includes } = metadata;
  const isRead = (path: unknown) => resources.some(({ source }) => source.file === path);
  if (Array.isArray(includes) && !includes.every(isRead)) return true;
  return resources.some(
    (other) => other.tags.includes("compose") && other.accessPattern.endsWith(` up ${dependency}`),
  );
}

/** DDEV gives its own file along with those that it is handed. */
const OF_DDEV = /(^|\/)\.ddev\/[^/]+:(web|db)$/;

function toFinding({ name, id, source: { file, line } }: Resource, dependency: string): ConflictFinding {
  return {
    about: [id, dependency],
    message: `${name} needs ${dependency}, which is not there`,
    hint: "Add what it needs, or take the dependency out.",
    places: [{ file: file ?? id, ...(line === undefined ? {} : { line }), key: dependency }],
    evidence: { resource: name, dependency },
  };
}
