import type { Diagnostic } from "../model/diagnostic.ts";
import { toTimestamp } from "../model/time.ts";
import type { ResourceStatus } from "../model/resource-values.ts";
import type { Resource } from "../model/resource.ts";
import { readResources } from "../state/resource-documents.ts";
import { markInitialized, readInitialization } from "../state/system-document.ts";
import { readCurrent } from "./discovery.ts";
import type { Notes, Session } from "./session.ts";
import type { SystemState } from "./types.ts";

const NOT_WORKING: readonly ResourceStatus[] = ["missing", "unavailable", "unauthorized"];

/** Notes when the project was first initialised; a later initialisation keeps that time. */
export function initialize(session: Session): Promise<readonly Diagnostic[]> {
  return markInitialized(session.state, toTimestamp(session.platform.clock.now()));
}

/** The guide's system state, with counts of what is known now, and what was broken of it. */
export async function describeSystem(
  session: Session,
): Promise<{ readonly system: SystemState; readonly notes: Notes }> {
  const { resources, notes } = await readCurrent(session);
  const { initializedAt, diagnostics } = readInitialization(session.state);
  const system = systemOf(session, resources, initializedAt);
  return { system, notes: { ...notes, diagnostics: [...notes.diagnostics, ...diagnostics] } };
}

function systemOf(
  session: Session,
  resources: readonly Resource[],
  initializedAt: string | undefined,
): SystemState {
  const { generation } = readResources(session.state);
  return {
    ...(initializedAt === undefined ? {} : { initializedAt }),
    updatedAt: toTimestamp(session.platform.clock.now()),
    components: { resourceRegistry: true, configManager: false, conflictResolver: false, mcpClient: false },
    environment: session.environment.environment,
    environmentEvidence: session.environment.evidence,
    root: session.root,
    generation,
    resourcesCount: resources.length,
    configsCount: 0,
    conflictsCount: 0,
    ...(initializedAt === undefined
      ? {}
      : { initializationStatus: { resourceRegistry: countResources(resources) } }),
  };
}

function countResources(resources: readonly Resource[]) {
  const count = (isCounted: (status: ResourceStatus) => boolean) =>
    resources.filter((resource) => isCounted(resource.status)).length;
  return {
    discoveredResources: resources.length,
    availableResources: count((status) => status === "available"),
    unavailableResources: count((status) => NOT_WORKING.includes(status)),
    unknownResources: count((status) => status === "unknown"),
  };
}
