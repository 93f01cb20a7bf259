import type { Resource } from "../../model/resource.ts";
import { BUILD } from "../../model/version.ts";
import { discover } from "../../registry/discover.ts";
import { openExtractionCache } from "../../state/extraction-cache.ts";
import { readResources } from "../../state/resource-documents.ts";
import { createDetectContext } from "../detect-context.ts";
import { loadDetectors, type Session } from "../session.ts";

/** The detectors whose resources some rule compares. */
const COMPARED = new Set(["cli-tool", "compose", "gcp-project", "mcp-server"]);

/** What this machine and the project have, as it is now, and what a person registered. */
export async function findResources(session: Session): Promise<readonly Resource[]> {
  const detectors = (await loadDetectors(await session.loadConfig())).filter(({ id }) => COMPARED.has(id));
  const { context, answers } = await createDetectContext(session);
  const extractions = openExtractionCache(session.state, BUILD);
  const { resources } = await discover(context, { detectors, extractions });
  answers.save();
  return [...resources, ...readResources(session.state).registered];
}
