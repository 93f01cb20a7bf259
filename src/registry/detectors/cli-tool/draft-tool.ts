import type { JsonObject } from "../../../model/json.ts";
import type { ResourceDraft } from "../../../model/resource.ts";
import { showPath } from "../../place.ts";
import type { DetectContext } from "../../types.ts";
import type { CopyFacts } from "./candidate.ts";
import { pathsOf } from "./place-of-program.ts";
import type { CommandFacts } from "./tool-commands.ts";
import type { Tool } from "./tool.ts";

interface DraftOptions {
  /** The tool's own name is for the first of its groups; another is named after its command. */
  readonly isFirst: boolean;
  readonly context: DetectContext;
}

/** Says what was found of a tool; nothing of an empty group. */
export function draftTool(
  tool: Tool,
  group: readonly CommandFacts[],
  { isFirst, context }: DraftOptions,
): readonly ResourceDraft[] {
  const [usual] = group;
  if (usual === undefined) return [];
  const { winner } = usual;
  const { knowledge } = winner;
  const isBroken = knowledge.kind === "broken";
  return [
    {
      name: isFirst ? tool.name : usual.command,
      resourceType: "cli_tool",
      environment: "machine",
      accessPattern: winner.copy.path,
      description: tool.title,
      version: versionOf(winner),
      status: isBroken ? "degraded" : "available",
      statusReason: isBroken ? knowledge.reason : undefined,
      priority: tool.name === "git" ? 1 : 2,
      tags: ["cli", "tool", tool.category],
      metadata: {
        category: tool.category,
        manager: winner.manager,
        realPath: winner.copy.realPath,
        startedProgram: winner.startedProgram,
        aliases: aliasesOf(group),
        shadows: shadowsOf(group, context),
        versionUnknown: knowledge.kind === "unknown" ? knowledge.reason : undefined,
      },
      file: showPath(winner.copy.path, context.platform),
    },
  ];
}

function versionOf({ knowledge }: CopyFacts): string | undefined {
  return knowledge.kind === "version" ? knowledge.version : undefined;
}

/** Other names of the same thing. */
function aliasesOf([, ...others]: readonly CommandFacts[]): readonly JsonObject[] {
  return others.map(({ command, winner }) => ({ command, path: winner.copy.path }));
}

/** Every other copy on PATH: neither the same file, nor another name of a copy in the same folder. */
function shadowsOf(group: readonly CommandFacts[], { platform }: DetectContext): readonly JsonObject[] {
  const path = pathsOf(platform);
  const [usual] = group;
  const seenFiles = new Set([usual?.winner.copy.realPath]);
  const seenFolders = new Set<string>();
  const shadows: JsonObject[] = [];
  for (const { winner, shadows: others, command } of group) {
    for (const facts of [winner, ...others]) {
      const folder = path.dirname(facts.copy.path);
      const isNew =
        !seenFiles.has(facts.copy.realPath) && (command === usual?.command || !seenFolders.has(folder));
      seenFiles.add(facts.copy.realPath);
      seenFolders.add(folder);
      if (isNew) shadows.push({ path: facts.copy.path, version: versionOf(facts), manager: facts.manager });
    }
  }
  return shadows;
}
