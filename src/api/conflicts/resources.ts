import type { Resource } from "../../model/resource.ts";
import { BUILD } from "../../model/version.ts";
import { discover } from "../../registry/discover.ts";
import type { Detector } from "../../registry/types.ts";
import { openExtractionCache } from "../../state/extraction-cache.ts";
import { hasFolder } from "../../state/state-folder.ts";
import { readResources } from "../../state/resource-documents.ts";
import { createDetectContext } from "../detect-context.ts";
import type { Session } from "../session.ts";

/** What this machine and the project have, as it is now, and what a person registered. */
export async function findResources(session: Session): Promise<readonly Resource[]> {
  const detectors = await loadCompared();
  const { context, answers } = await createDetectContext(session);
  const extractions = openExtractionCache(session.state, BUILD);
  const { resources } = await discover(context, { detectors, extractions });
  answers.save();
  if (hasFolder(session.state)) extractions.saveOf(new Set(detectors.map(({ id }) => id)));
  return [...resources, ...readResources(session.state).registered];
}

/** The detectors whose resources some rule compares; the others are not even loaded. */
async function loadCompared(): Promise<readonly Detector[]> {
  const [tools, compose, projects, servers] = await Promise.all([
    import("../../registry/detectors/cli-tool/index.ts"),
    import("../../registry/detectors/compose/index.ts"),
    import("../../registry/detectors/gcp-project/index.ts"),
    import("../../registry/detectors/mcp-server/index.ts"),
  ]);
  return [
    tools.cliToolDetector,
    compose.composeDetector,
    projects.gcpProjectDetector,
    servers.mcpServerDetector,
  ];
}
