import type { DetectContext, Detection } from "../../types.ts";
import { draftTool } from "./draft-tool.ts";
import { findCommands, groupCommands } from "./tool-commands.ts";
import { TOOLS } from "./tools/index.ts";

/** Finds every tool of the table on PATH. */
export async function findTools(context: DetectContext): Promise<Detection> {
  const found = await Promise.all(
    TOOLS.map(async (tool) => {
      const groups = groupCommands(await findCommands(tool, context));
      return groups.map((group, index) => draftTool(tool, group, { isFirst: index === 0, context }));
    }),
  );
  return { resources: found.flat(2) };
}
