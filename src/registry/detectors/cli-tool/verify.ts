import type { Resource } from "../../../model/resource.ts";
import type { DetectContext, Verification } from "../../types.ts";
import { describeTool } from "./detect.ts";
import { TOOL_TABLES } from "./tool-tables.ts";

/** Is the tool still on PATH, and which version is it now? */
export async function verifyTool(resource: Resource, context: DetectContext): Promise<Verification> {
  const table = TOOL_TABLES.find(({ tools }) => tools.some((tool) => tool.name === resource.name));
  const tool = table?.tools.find(({ name }) => name === resource.name);
  const draft =
    table === undefined || tool === undefined ? undefined : await describeTool(tool, table.category, context);
  if (draft === undefined) return { status: "missing", reason: `${resource.name} is no longer on PATH` };
  return { status: draft.status, reason: draft.statusReason, version: draft.version };
}
