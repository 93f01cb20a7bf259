import { toTimestamp } from "../model/time.ts";
import type { ResourceStatus } from "../model/resource-values.ts";
import type { Resource } from "../model/resource.ts";
import { readResources } from "../state/resource-documents.ts";
import { markInitialized, readInitializedAt } from "../state/system-document.ts";
import { readCurrent } from "./discovery.ts";
import type { Session } from "./session.ts";
import type { SystemState } from "./types.ts";

const NOT_WORKING: readonly ResourceStatus[] = ["missing", "unavailable", "unauthorized"];

/** Notes when the project was first initialised; a later initialisation keeps that time. */
export async function initialize(session: Session): Promise<void> {
  await markInitialized(session.state, toTimestamp(session.platform.clock.now()));
}

/** The guide's system state, with counts of what is known now. */
export async function describeSystem(session: Session): Promise<SystemState> {
  const { resources } = await readCurrent(session);
  const { generation } = readResources(session.state);
  const initializedAt = readInitializedAt(session.state);
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
