import type { Resource } from "../../model/resource.ts";
import { BUILD } from "../../model/version.ts";
import { discover } from "../../registry/discover.ts";
import type { Detector } from "../../registry/types.ts";
import { openExtractionCache } from "../../state/extraction-cache.ts";
import { hasFolder } from "../../state/state-folder.ts";
import { readResources } from "../../state/resource-documents.ts";
import { createDetectContext } from "../detect-context.ts";
import type { Session } from "../session.ts";
import type { FileFacts } from "./file-facts.ts";

/**
 * What this machine and the project have, as it is now, and what a person registered. Of the tools on PATH only those
 * that the files ask for, and those of which there are several, unless a rule of the project's own may want the others.
 */
export async function findResources(
  session: Session,
  facts: ReadonlyMap<string, FileFacts>,
): Promise<readonly Resource[]> {
  const { conflicts } = (await session.loadConfig()).config;
  const asked = [...facts.values()].flatMap(({ pins = [] }) => pins.map(({ tool }) => tool));
  const detectors = await loadCompared(
    (conflicts?.custom ?? []).length > 0 ? undefined : new Set([...asked, "python3", "rustc"]),
  );
  const { context, answers } = await createDetectContext(session);
  const extractions = openExtractionCache(session.state, BUILD);
  const { resources } = await discover(context, { detectors, extractions });
  answers.save();
  if (hasFolder(session.state)) extractions.saveOf(new Set(detectors.map(({ id }) => id)));
  return [...resources, ...readResources(session.state).registered];
}

/** The detectors whose resources some rule compares; the others are not even loaded. */
async function loadCompared(toolNames: ReadonlySet<string> | undefined): Promise<readonly Detector[]> {
  const [tools, { findComparedTools }, compose, projects, servers] = await Promise.all([
    import("../../registry/detectors/cli-tool/index.ts"),
    import("../../registry/detectors/cli-tool/find-tools.ts"),
    import("../../registry/detectors/compose/index.ts"),
    import("../../registry/detectors/gcp-project/index.ts"),
    import("../../registry/detectors/mcp-server/index.ts"),
  ]);
  const { cliToolDetector } = tools;
  return [
    toolNames === undefined
      ? cliToolDetector
      : { ...cliToolDetector, detect: (context) => findComparedTools(context, toolNames) },
    compose.composeDetector,
    projects.gcpProjectDetector,
    servers.mcpServerDetector,
  ];
}
