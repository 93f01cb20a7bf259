import type { DetectContext, Detection } from "../../types.ts";
import { draftTool } from "./draft-tool.ts";
import type { Tool } from "./tool.ts";
import { copiesOf, findCommands, groupCommands } from "./tool-commands.ts";
import { commandsOf, TOOLS } from "./tools/index.ts";

/** Finds every tool of the table on PATH. */
export async function findTools(context: DetectContext): Promise<Detection> {
  return findSome(context, TOOLS);
}

/** Finds those that are asked for by name, and those of which PATH has more than one copy. */
export async function findComparedTools(
  context: DetectContext,
  names: ReadonlySet<string>,
): Promise<Detection> {
  const hasCopies = (tool: Tool) => commandsOf(tool).some((command) => copiesOf(command, context).length > 1);
  return findSome(
    context,
    TOOLS.filter((tool) => names.has(tool.name) || hasCopies(tool)),
  );
}

async function findSome(context: DetectContext, tools: readonly Tool[]): Promise<Detection> {
  const found = await Promise.all(
    tools.map(async (tool) => {
      const groups = groupCommands(await findCommands(tool, context));
      return groups.map((group, index) => draftTool(tool, group, { isFirst: index === 0, context }));
    }),
  );
  return { resources: found.flat(2) };
}
