import type { Conflict } from "../model/conflict.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { toTimestamp } from "../model/time.ts";
import type { ResourceStatus } from "../model/resource-values.ts";
import type { Resource } from "../model/resource.ts";
import { readConflicts } from "../state/conflict-documents.ts";
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
  const { validateConfiguration } = await import("./configuration/validate.ts");
  const { report, notes: read } = await validateConfiguration(session, { keep: true });
  const { entries, isValid, errors } = report;
  const configManager = {
    discoveredConfigs: entries.length,
    isValid,
    errors: errors.map(({ message }) => message),
  };
  const system = systemOf(session, { resources, configManager, initializedAt });
  const all = [...notes.diagnostics, ...diagnostics, ...read.diagnostics];
  return { system, notes: { ...notes, diagnostics: all } };
}

interface KnownSystem {
  readonly resources: readonly Resource[];
  readonly configManager: NonNullable<SystemState["initializationStatus"]>["configManager"];
  readonly initializedAt: string | undefined;
}

function systemOf(session: Session, { resources, configManager, initializedAt }: KnownSystem): SystemState {
  const { generation } = readResources(session.state);
  const conflictResolver = countConflicts(readConflicts(session.state).conflicts);
  return {
    ...(initializedAt === undefined ? {} : { initializedAt }),
    updatedAt: toTimestamp(session.platform.clock.now()),
    components: { resourceRegistry: true, configManager: true, conflictResolver: true, mcpClient: false },
    environment: session.environment.environment,
    environmentEvidence: session.environment.evidence,
    root: session.root,
    generation,
    resourcesCount: resources.length,
    configsCount: configManager.discoveredConfigs,
    conflictsCount: conflictResolver.detectedConflicts - conflictResolver.resolvedConflicts,
    ...(initializedAt === undefined
      ? {}
      : {
          initializationStatus: {
            resourceRegistry: countResources(resources),
            configManager,
            conflictResolver,
          },
        }),
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

/** What the latest detection left; nothing is looked for here. */
function countConflicts(conflicts: readonly Conflict[]) {
  const count = (wanted: Conflict["status"]) => conflicts.filter(({ status }) => status === wanted).length;
  return {
    detectedConflicts: conflicts.length,
    pendingConflicts: count("pending"),
    resolvedConflicts: count("resolved"),
  };
}
