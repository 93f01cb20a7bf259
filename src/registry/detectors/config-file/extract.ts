import { posix } from "node:path";
import type { ResourceDraft } from "../../../model/resource.ts";
import type { WorkspaceFile } from "../../../workspace/types.ts";
import type { Detection, SourceFile } from "../../types.ts";
import { stageOfPath } from "../../../model/stages.ts";
import { isFixture, matchCatalogue } from "./match.ts";

/** What a file is follows from its path: its content is not read. */
export function extractConfigFile({ path }: Pick<SourceFile, "path">): Detection {
  const entry = matchCatalogue(path);
  if (entry === undefined) return { resources: [] };
  const isInFixture = isFixture(path);
  const draft: ResourceDraft = {
    name: path,
    resourceType: "config",
    environment: stageOfPath(path) ?? "all",
    accessPattern: path,
    description: `${entry.tool} configuration`,
    status: "available",
    priority: isInFixture ? 4 : 2,
    tags: [entry.category, ...(isInFixture ? ["fixture"] : [])],
    metadata: { tool: entry.tool, category: entry.category },
    file: path,
  };
  return { resources: [draft] };
}

/** Adds whether git tracks it; a `.env` with real values that git tracks is not well. */
export function refineConfigFile(draft: ResourceDraft, file: WorkspaceFile): ResourceDraft {
  const metadata = { ...draft.metadata, tracking: file.state };
  if (file.state !== "tracked" || !holdsSecrets(file.path) || isFixture(file.path))
    return { ...draft, metadata };
  const statusReason = "tracked by git, although files of this kind hold secrets";
  return { ...draft, metadata, status: "degraded", statusReason };
}

/** `.env` and its local variants; templates and files of a stage are often committed on purpose. */
function holdsSecrets(path: string): boolean {
  const name = posix.basename(path).toLowerCase();
  return name === ".env" || /^\.env(\.[\w-]+)?\.local$/.test(name) || name === ".dev.vars";
}
