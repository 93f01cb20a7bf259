import type { DetectContext, ProgramCopy } from "../../types.ts";
import type { CopyFacts } from "./candidate.ts";
import { examineCopy } from "./examine-copy.ts";
import type { Tool } from "./tool.ts";
import { commandsOf } from "./tools/index.ts";

/** One name of a tool, with every copy of it on PATH. */
export interface CommandFacts {
  readonly command: string;
  /** What runs when the name is typed. */
  readonly winner: CopyFacts;
  readonly shadows: readonly CopyFacts[];
}

/** Every name under which a tool is on PATH, the usual one first. */
export async function findCommands(tool: Tool, context: DetectContext): Promise<readonly CommandFacts[]> {
  const found = await Promise.all(commandsOf(tool).map((command) => findCommand(tool, command, context)));
  return found.filter((facts) => facts !== undefined);
}

async function findCommand(
  tool: Tool,
  command: string,
  context: DetectContext,
): Promise<CommandFacts | undefined> {
  const copies = copiesOf(command, context);
  const examined = copies.map((copy, index) =>
    examineCopy({ tool, command, copy, later: copies.slice(index + 1), context }),
  );
  const [winner, ...shadows] = (await Promise.all(examined)).filter((facts) => facts !== undefined);
  return winner === undefined ? undefined : { command, winner, shadows };
}

/** Every program of that name on PATH, what runs when the name is typed first. */
export function copiesOf(command: string, context: DetectContext): readonly ProgramCopy[] {
  return distinct(context.programs.find(command));
}

/** A copy that leads to the same file as an earlier one is no other copy. */
function distinct(copies: readonly ProgramCopy[]): readonly ProgramCopy[] {
  const seen = new Set<string>();
  return copies.filter(({ realPath }) => !seen.has(realPath) && seen.add(realPath) !== undefined);
}

/**
 * Puts names together that stand for one thing, such as `python` and `python3`; those of different versions, or of
 * which one alone works, are two.
 */
export function groupCommands(commands: readonly CommandFacts[]): readonly (readonly CommandFacts[])[] {
  const groups: CommandFacts[][] = [];
  for (const command of commands) {
    const group = groups.find(([first]) => first !== undefined && isSameTool(first.winner, command.winner));
    if (group === undefined) groups.push([command]);
    else group.push(command);
  }
  return groups;
}

function isSameTool(a: CopyFacts, b: CopyFacts): boolean {
  if (a.copy.realPath === b.copy.realPath) return true;
  if (a.knowledge.kind === "version" && b.knowledge.kind === "version") {
    return a.knowledge.version === b.knowledge.version;
  }
  return (a.knowledge.kind === "broken") === (b.knowledge.kind === "broken");
}
