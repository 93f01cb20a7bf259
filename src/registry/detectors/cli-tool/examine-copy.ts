import type { ProgramCopy } from "../../types.ts";
import { askerOf } from "./asking/asker.ts";
import type { Candidate, CopyFacts, Knowledge } from "./candidate.ts";
import { followShim } from "./managers/follow-shim.ts";
import { managerOf } from "./managers/name-manager.ts";
import type { ShimTarget } from "./managers/shim-target.ts";
import { isOfProject } from "./place-of-program.ts";
import { isPlaceholder } from "./stand-ins.ts";
import { installedVersion } from "./versions/installed-version.ts";

/** Learns what can be learnt of one copy, from files first; undefined when it is another program of that name. */
export async function examineCopy(candidate: Candidate): Promise<CopyFacts | undefined> {
  if (isPlaceholder(candidate)) return undefined;
  const { copy, context } = candidate;
  const shim = await followShim(candidate);
  const knowledge = await (shim === undefined ? learn(candidate, copy, true) : learnThrough(shim, candidate));
  if (knowledge === undefined) return undefined;
  return {
    copy,
    manager: managerOf(copy, context.platform.host.homeFolder),
    knowledge,
    startedProgram: shim?.kind === "program" ? shim.path : undefined,
  };
}

async function learnThrough(shim: ShimTarget, candidate: Candidate): Promise<Knowledge | undefined> {
  switch (shim.kind) {
    case "version":
      return { kind: "version", version: shim.version };
    case "broken":
      return isProven(candidate) ? { kind: "broken", reason: shim.reason } : undefined;
    case "program":
      if (shim.version !== undefined) return { kind: "version", version: shim.version };
      return learn(candidate, resolved(shim.path, candidate), true);
    case "next":
      return learnFromNext(candidate);
    case "undecided":
      return learn(candidate, candidate.copy, false);
  }
}

/** The manager was told to use what the system has. */
async function learnFromNext(candidate: Candidate): Promise<Knowledge | undefined> {
  const [copy, ...later] = candidate.later;
  if (copy === undefined) {
    return {
      kind: "broken",
      reason: `a version manager looks for ${candidate.command} elsewhere, and there is none`,
    };
  }
  return (await examineCopy({ ...candidate, copy, later }))?.knowledge;
}

async function learn(
  candidate: Candidate,
  program: ProgramCopy,
  isKept: boolean,
): Promise<Knowledge | undefined> {
  const installed = installedVersion(candidate, program);
  if (installed !== undefined) return installed;
  const refusal = whyNotAsked(candidate, program);
  if (refusal === undefined) {
    const answer = await askerOf(candidate.context).ask(candidate, program, isKept);
    if (answer.kind === "another") return undefined;
    return answer.kind === "version" || candidate.tool.isAmbiguous !== true ? answer : undefined;
  }
  return candidate.tool.isAmbiguous === true ? undefined : { kind: "unknown", reason: refusal };
}

/** A version manager's stand-in that leads nowhere still tells by its name what it stands for, if that has one meaning. */
function isProven({ tool }: Candidate): boolean {
  return tool.isAmbiguous !== true || tool.category === "languages" || tool.category === "package-managers";
}

function whyNotAsked({ tool, context }: Candidate, program: ProgramCopy): string | undefined {
  if ([program.path, program.realPath].some((path) => isOfProject(path, context))) {
    return "it belongs to the project, whose programs are not run";
  }
  if (tool.ask === "never") return "it is not asked: it would do more than answer, or take long";
  return /\.(?:cmd|bat|ps1)$/i.test(program.path) ? "a script of the Windows shell is not run" : undefined;
}

function resolved(path: string, { context }: Candidate): ProgramCopy {
  return { path, realPath: context.platform.files.realPath(path) ?? path };
}
