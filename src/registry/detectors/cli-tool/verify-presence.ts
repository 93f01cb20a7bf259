import type { Resource } from "../../../model/resource.ts";
import type { DetectContext, Verification } from "../../types.ts";
import type { Candidate } from "./candidate.ts";
import { examineCopy } from "./examine-copy.ts";
import { pathsOf } from "./place-of-program.ts";
import { commandsOf, TOOLS } from "./tools/index.ts";

/** Is the program still there, may it be started, and which version is it now? */
export async function verifyPresence(resource: Resource, context: DetectContext): Promise<Verification> {
  const candidate = candidateOf(resource, context);
  if (candidate === undefined)
    return { status: "unknown", reason: `no tool of the name ${resource.name} is known` };
  if (!context.platform.files.isExecutable(candidate.copy.path)) {
    return { status: "missing", reason: "there is no program at its path any more" };
  }
  const facts = await examineCopy(candidate);
  if (facts === undefined) return { status: "missing", reason: "another program has its name now" };
  const { knowledge } = facts;
  if (knowledge.kind === "broken") return { status: "degraded", reason: knowledge.reason };
  return { status: "available", version: knowledge.kind === "version" ? knowledge.version : undefined };
}

function candidateOf(resource: Resource, context: DetectContext): Candidate | undefined {
  const { platform, programs } = context;
  const tool = TOOLS.find(
    (entry) => entry.name === resource.name || commandsOf(entry).includes(resource.name),
  );
  if (tool === undefined) return undefined;
  const path = resource.accessPattern;
  const base = pathsOf(platform).basename(path);
  const command =
    commandsOf(tool).find((name) => base === name || base.toLowerCase().startsWith(`${name}.`)) ?? base;
  const copies = programs.find(command);
  const place = copies.findIndex((copy) => copy.path === path);
  const copy = copies[place] ?? { path, realPath: platform.files.realPath(path) ?? path };
  return { tool, command, copy, later: place === -1 ? [] : copies.slice(place + 1), context };
}
