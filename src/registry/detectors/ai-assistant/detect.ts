import { join } from "node:path";
import type { ResourceDraft } from "../../../model/resource.ts";
import { ASSISTANTS, type Assistant } from "../../assistants.ts";
import { showPath } from "../../place.ts";
import type { DetectContext, Detection } from "../../types.ts";

/** Assistants that are installed here or configured for this project or user. */
export function detectAssistants(context: DetectContext): Detection {
  return { resources: ASSISTANTS.flatMap((assistant) => describeAssistant(assistant, context)) };
}

function describeAssistant(assistant: Assistant, context: DetectContext): readonly ResourceDraft[] {
  const { platform, workspace } = context;
  const program = findProgram(assistant, context);
  const projectFiles = assistant.projectFiles.filter((path) => workspace.has(path));
  const instructionFiles = assistant.instructionFiles.filter((path) => workspace.has(path));
  const userFiles = assistant.userFiles
    .map((path) => join(platform.host.homeFolder, path))
    .filter((path) => platform.files.stat(path)?.kind === "file")
    .map((path) => showPath(path, platform));
  const places = [...projectFiles, ...instructionFiles, ...userFiles];
  if (program === undefined && places.length === 0) return [];
  const isInstalled = program !== undefined;
  return [
    {
      name: assistant.id,
      resourceType: "ai_tool",
      environment: "machine",
      accessPattern: program ?? assistant.programs[0] ?? assistant.id,
      description: assistant.title,
      status: isInstalled ? "available" : "unknown",
      statusReason: isInstalled ? undefined : "it is configured here, but its program is not on PATH",
      priority: 1,
      tags: ["assistant"],
      metadata: {
        program: program === undefined ? undefined : showPath(program, platform),
        projectFiles,
        userFiles,
        instructionFiles,
        hasHooks: assistant.hookFiles.some((path) => holdsHooks(path, context)),
      },
      file:
        projectFiles[0] ??
        instructionFiles.find((path) => workspace.get(path)) ??
        userFiles[0] ??
        (program === undefined ? undefined : showPath(program, platform)),
    },
  ];
}

function findProgram({ programs }: Assistant, context: DetectContext): string | undefined {
  return programs.map((name) => context.programs.find(name)[0]?.path).find((path) => path !== undefined);
}

function holdsHooks(path: string, { workspace }: DetectContext): boolean {
  if (workspace.get(path) === undefined) return false;
  const read = workspace.readText(path);
  return read.isRead && /"hooks"\s*:\s*\{\s*"/.test(read.text);
}
