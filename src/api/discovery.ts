import type { Resource } from "../model/resource.ts";
import { sortDiagnostics } from "../model/diagnostic.ts";
import { discover } from "../registry/discover.ts";
import { concerns, mergeDiscovery } from "../registry/merge.ts";
import { compareResources } from "../registry/unique-ids.ts";
import { openExtractionCache } from "../state/extraction-cache.ts";
import { readResources, updateDiscovered, type StoredResources } from "../state/resource-documents.ts";
import { BUILD } from "../model/version.ts";
import { createDetectContext } from "./detect-context.ts";
import { failWhenInterrupted } from "./interruption.ts";
import { loadDetectors, type Notes, type Session } from "./session.ts";

/** Runs all detectors, keeps what they found, and gives what concerns this environment. */
export async function discoverAndKeep(
  session: Session,
): Promise<{ readonly resources: readonly Resource[]; readonly notes: Notes }> {
  const loaded = await session.loadConfig();
  const detectors = await loadDetectors(loaded);
  const { context, answers } = await createDetectContext(session);
  const extractions = openExtractionCache(session.state, BUILD);
  const found = await discover(context, { detectors, extractions, onProgress: session.onProgress });
  failWhenInterrupted(session.signal);
  const stored = await updateDiscovered(session.state, (known) =>
    mergeDiscovery(known, {
      resources: found.resources,
      completeDetectors: found.completeDetectors,
      allDetectors: detectors.map((detector) => detector.id),
      environment: session.environment.environment,
    }),
  );
  extractions.save();
  answers.save();
  const diagnostics = sortDiagnostics([...loaded.diagnostics, ...found.diagnostics, ...stored.diagnostics]);
  return { resources: currentResources(stored, session), notes: { diagnostics, failures: found.failures } };
}

/** What is known and concerns this environment; nothing is looked at again. */
export async function readCurrent(
  session: Session,
): Promise<{ readonly resources: readonly Resource[]; readonly notes: Notes }> {
  const stored = readResources(session.state);
  return {
    resources: currentResources(stored, session),
    notes: { diagnostics: stored.diagnostics, failures: [] },
  };
}

/** Everything that is known: of the same id, what a person registered stands before what was discovered. */
export function allResources(stored: StoredResources): readonly Resource[] {
  const registered = new Set(stored.registered.map((resource) => resource.id));
  const discovered = stored.discovered.filter((resource) => !registered.has(resource.id));
  return [...stored.registered, ...discovered].toSorted(compareResources);
}

function currentResources(stored: StoredResources, session: Session): readonly Resource[] {
  const registered = new Set(stored.registered.map((resource) => resource.id));
  return allResources(stored).filter(
    (resource) => registered.has(resource.id) || concerns(resource, session.environment.environment),
  );
}
