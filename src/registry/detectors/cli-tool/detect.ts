import type { ResourceDraft } from "../../../model/resource.ts";
import { showPath } from "../../place.ts";
import type { DetectContext, Detection } from "../../types.ts";
import { learnCopy, type CopyFacts } from "./copy-facts.ts";
import type { Tool } from "./definition.ts";
import { TOOL_TABLES } from "./tool-tables.ts";

/** Programs that are asked at the same time: more would make each other late. */
const AT_ONCE = 4;

/** Finds every tool of the tables on PATH. */
export async function detectTools(context: DetectContext): Promise<Detection> {
  const present = TOOL_TABLES.flatMap(({ category, tools }) =>
    tools.filter((tool) => context.programs.find(tool.name).length > 0).map((tool) => ({ tool, category })),
  );
  const drafts = await mapAtOnce(present, ({ tool, category }) => describeTool(tool, category, context));
  return { resources: drafts.filter((draft) => draft !== undefined) };
}

/** What is said of one tool; undefined when the program of that name is another one. */
export async function describeTool(
  tool: Tool,
  category: string,
  context: DetectContext,
): Promise<ResourceDraft | undefined> {
  const copies: CopyFacts[] = [];
  for (const copy of distinct(context.programs.find(tool.name)))
    copies.push(await learnCopy(tool, copy, context));
  const [first, ...shadowed] = copies.filter(({ answer }) => answer.outcome !== "another");
  return first === undefined ? undefined : draftOf(tool, category, { first, shadowed, context });
}

/** A copy that leads to the same file as an earlier one is no other copy. */
function distinct<T extends { readonly realPath: string }>(copies: readonly T[]): readonly T[] {
  return copies.filter(
    (copy, index) => copies.findIndex((other) => other.realPath === copy.realPath) === index,
  );
}

interface ToolFacts {
  readonly first: CopyFacts;
  readonly shadowed: readonly CopyFacts[];
  readonly context: DetectContext;
}

function draftOf(tool: Tool, category: string, { first, shadowed, context }: ToolFacts): ResourceDraft {
  const { copy, answer, manager } = first;
  const { platform } = context;
  return {
    name: tool.name,
    resourceType: "cli_tool",
    environment: "machine",
    accessPattern: copy.path,
    description: tool.title,
    version: versionOf(first),
    status: answer.outcome === "broken" ? "degraded" : "available",
    statusReason: answer.outcome === "broken" ? answer.reason : undefined,
    priority: tool.name === "git" ? 1 : 2,
    tags: ["cli", "tool", category],
    metadata: {
      category,
      manager,
      realPath: showPath(copy.realPath, platform),
      versionUnknown: whyUnknown(first),
      shadows: shadowed.map((other) => ({
        path: showPath(other.copy.path, platform),
        version: versionOf(other),
        manager: other.manager,
      })),
    },
    file: showPath(copy.path, platform),
  };
}

function versionOf({ answer }: CopyFacts): string | undefined {
  return answer.outcome === "version" ? answer.version : undefined;
}

function whyUnknown({ answer }: CopyFacts): string | undefined {
  if (answer.outcome === "silent") return "it names no version, or was not asked";
  return answer.outcome === "late" ? "it did not answer in time" : undefined;
}

async function mapAtOnce<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  let next = 0;
  const run = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, run));
  return results;
}
