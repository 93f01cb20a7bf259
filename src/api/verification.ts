import { OrchestraError } from "../model/errors.ts";
import type { ResourceStatus } from "../model/resource-values.ts";
import type { Resource } from "../model/resource.ts";
import { verifyResources } from "../registry/verify.ts";
import { readResources, replaceResources } from "../state/resource-documents.ts";
import { createDetectContext } from "./detect-context.ts";
import { allResources } from "./discovery.ts";
import { failWhenInterrupted } from "./interruption.ts";
import { loadDetectors, type Notes, type Session } from "./session.ts";

/** Asks resources again and keeps the answers. Throws `RESOURCE_NOT_FOUND` before anything is asked. */
export async function verifyAndKeep(
  session: Session,
  ids: readonly string[] | undefined,
): Promise<{ readonly statuses: Readonly<Record<string, ResourceStatus>>; readonly notes: Notes }> {
  const loaded = await session.loadConfig();
  const detectors = await loadDetectors(loaded);
  const chosen = choose(allResources(readResources(session.state)), ids);
  const { context, answers } = await createDetectContext(session);
  const verified = await verifyResources(chosen, detectors, context);
  failWhenInterrupted(session.signal);
  const stored = await replaceResources(session.state, verified);
  answers.save();
  const diagnostics = [...loaded.diagnostics, ...stored.diagnostics];
  const statuses = Object.fromEntries(verified.map((resource) => [resource.id, resource.status]));
  return { statuses, notes: { diagnostics, failures: [] } };
}

function choose(resources: readonly Resource[], ids: readonly string[] | undefined): readonly Resource[] {
  if (ids === undefined) return resources;
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  return ids.map((id) => {
    const resource = byId.get(id);
    if (resource !== undefined) return resource;
    throw new OrchestraError("RESOURCE_NOT_FOUND", `no resource has the id ${JSON.stringify(id)}`, {
      hint: "`orchestra resources list --json` gives the ids; `orchestra setup --discover` looks again.",
    });
  });
}
