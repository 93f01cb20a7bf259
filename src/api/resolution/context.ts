import { createStagedTree } from "../../resolution/staged-tree.ts";
import type { FoundLines, ResolutionContext } from "../../resolution/types.ts";
import type { Change } from "../../model/plan.ts";
import { createStages } from "../../config/stages.ts";
import { createGitHistory } from "../../workspace/git-history.ts";
import { searchLinesByGit } from "../../workspace/search.ts";
import type { Workspace } from "../../workspace/types.ts";
import { readConfiguration } from "../configuration/read.ts";
import type { Session } from "../session.ts";

/** What strategies may ask of a project, as it is now. */
export async function createResolutionContext(
  session: Session,
  actions: readonly Change[],
): Promise<ResolutionContext> {
  const { platform, root, environment } = session;
  const workspace = await session.openTree();
  const { config } = await session.loadConfig();
  const stages = await createStages(config.configuration?.environments);
  return {
    tree: createStagedTree(platform, workspace),
    environment: stages.nameOf(environment.environment),
    env: platform.host.env,
    entries: async () => (await readConfiguration(session)).entries,
    history: createGitHistory(platform, root),
    search: async (pattern) =>
      (await searchLinesByGit(platform, root, { pattern })) ?? searchTexts(workspace, pattern),
    actions,
  };
}

/** Where there is no git: every text is read. */
function searchTexts(workspace: Workspace, pattern: string): FoundLines {
  const expression = new RegExp(pattern.replaceAll("[:space:]", "\\s").replaceAll("[]", "[\\]"));
  return new Map(
    workspace.files.flatMap(({ path, kind, state }) => {
      const read = kind === "file" && state !== "ignored" ? workspace.readText(path) : undefined;
      if (read?.isRead !== true) return [];
      const lines = read.text
        .split("\n")
        .map((text, index) => ({ text, line: index + 1 }))
        .filter(({ text }) => expression.test(text));
      return lines.length === 0 ? [] : [[path, lines] as const];
    }),
  );
}
