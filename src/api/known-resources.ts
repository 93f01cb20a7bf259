import { declaredTypes } from "../model/project-config.ts";
import type { Resource } from "../model/resource.ts";
import { readResources } from "../state/resource-documents.ts";
import { allResources } from "./discovery.ts";
import { filterResources } from "./filter.ts";
import type { Notes, Session } from "./session.ts";
import type { ResourceFilter } from "./types.ts";

/** What is known, without looking again; every condition of the filter holds. Throws `USAGE` for an unknown value. */
export async function listResources(
  session: Session,
  filter: ResourceFilter,
): Promise<{ readonly resources: readonly Resource[]; readonly notes: Notes }> {
  const stored = readResources(session.state);
  const { config, diagnostics } = await session.loadConfig();
  const vocabulary = { resources: allResources(stored), declaredTypes: declaredTypes(config) };
  return {
    resources: filterResources(filter, vocabulary),
    notes: { diagnostics: [...stored.diagnostics, ...diagnostics], failures: [] },
  };
}

/** One known resource, whatever it is in. */
export function findResource(session: Session, id: string): Resource | undefined {
  return allResources(readResources(session.state)).find((known) => known.id === id);
}
