import { isAbsolute, join } from "node:path";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { ResourceDraft } from "../../../model/resource.ts";
import { membersOf, nodeAt } from "../../../workspace/parsers/navigate.ts";
import { readHomeDocument } from "../../home-file.ts";
import type { DetectContext, Detection } from "../../types.ts";
import { extractServers } from "./extract.ts";
import { PROJECT_MCP_FILES, USER_MCP_FILES } from "./files.ts";

/** The MCP servers that each assistant has, in this project and for this user. */
export async function detectMcpServers(context: DetectContext): Promise<Detection> {
  const project = await fromProject(context);
  const user = await fromUser(context);
  return {
    resources: [...project, ...user.resources].map((draft) => withPresence(draft, context)),
    diagnostics: user.diagnostics,
  };
}

async function fromProject({ workspace }: DetectContext): Promise<readonly ResourceDraft[]> {
  const drafts: ResourceDraft[] = [];
  for (const file of PROJECT_MCP_FILES) {
    if (workspace.get(file.path) === undefined) continue;
    const parsed = await workspace.parse(file.path, file.format);
    drafts.push(...extractServers(parsed?.documents[0], file, { file: file.path, scope: "project" }));
  }
  return drafts;
}

async function fromUser(context: DetectContext): Promise<Required<Detection>> {
  const resources: ResourceDraft[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of USER_MCP_FILES) {
    const document = await readHomeDocument(
      context,
      join(context.platform.host.homeFolder, file.path),
      file.format,
    );
    if (document === undefined) continue;
    const place = { file: document.file, scope: "user" } as const;
    diagnostics.push(...document.diagnostics);
    resources.push(...extractServers(document.root, file, place));
    const own = membersOf(nodeAt(document.root, "projects")).find(
      ({ key }) => key === context.workspace.root,
    );
    if (own !== undefined) resources.push(...extractServers(own.value, file, place));
  }
  return { resources, diagnostics };
}

/** A server that is started by a program is there when the program is. */
function withPresence(draft: ResourceDraft, { programs, platform, workspace }: DetectContext): ResourceDraft {
  const command = draft.metadata?.["command"];
  if (draft.status === "unavailable" || typeof command !== "string") return draft;
  const isPath = command.includes("/") || command.includes("\\");
  const path = isAbsolute(command) ? command : join(workspace.root, command);
  const isThere = isPath ? platform.files.isExecutable(path) : programs.find(command).length > 0;
  if (isThere) return { ...draft, status: "available", statusReason: undefined };
  return {
    ...draft,
    status: "missing",
    statusReason: `its command ${JSON.stringify(command)} is not ${isPath ? "there" : "on PATH"}`,
  };
}
