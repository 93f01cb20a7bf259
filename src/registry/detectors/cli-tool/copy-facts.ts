import type { JsonValue } from "../../../model/json.ts";
import type { DetectContext, ProgramCopy } from "../../types.ts";
import { managerOf } from "./manager.ts";
import { probe, type ProbeAnswer } from "./probe.ts";
import { followPyenvShim } from "./pyenv.ts";
import type { Tool } from "./definition.ts";
import { versionFromFiles } from "./version-files.ts";

/** What is known of one copy of a tool on PATH. */
export interface CopyFacts {
  readonly copy: ProgramCopy;
  readonly manager: string;
  readonly answer: ProbeAnswer;
}

/**
 * Learns of a copy what can be learnt: from files where possible, else from an earlier answer, else by asking it. A
 * program inside the project is never run.
 */
export async function learnCopy(tool: Tool, copy: ProgramCopy, context: DetectContext): Promise<CopyFacts> {
  const { platform } = context;
  const shim = followPyenvShim(copy.path, platform);
  const manager = managerOf(copy.path, copy.realPath);
  if (shim !== undefined && "missingFrom" in shim) {
    const reason = `a pyenv shim: Python ${shim.missingFrom} has no ${tool.name}`;
    return { copy, manager, answer: { outcome: "broken", reason } };
  }
  if (shim !== undefined && /^python[0-9.]*$/.test(tool.name) && /^\d+\.\d+/.test(shim.pythonVersion)) {
    return { copy, manager, answer: { outcome: "version", version: shim.pythonVersion } };
  }
  const target =
    shim === undefined
      ? copy
      : { path: shim.path, realPath: platform.files.realPath(shim.path) ?? shim.path };
  const version = versionFromFiles(tool.name, target.realPath.replaceAll("\\", "/"), platform);
  if (version !== undefined) return { copy, manager, answer: { outcome: "version", version } };
  return { copy, manager, answer: await askOnce(tool, target, context) };
}

async function askOnce(tool: Tool, target: ProgramCopy, context: DetectContext): Promise<ProbeAnswer> {
  const isOurs =
    target.realPath.startsWith(`${context.workspace.root}/`) ||
    target.path.startsWith(`${context.workspace.root}/`);
  if (tool.probes.length === 0 || isOurs) return { outcome: "silent" };
  const stat = context.platform.files.stat(target.realPath);
  const key = `cli-tool ${tool.name} ${target.path} ${target.realPath} ${stat?.size ?? 0} ${stat?.modifiedMs ?? 0}`;
  const known = readKept(context.cache.get(key));
  if (known !== undefined) return known;
  const answer = await probe(tool, target.path, context);
  if (answer.outcome !== "late") context.cache.set(key, { ...answer });
  return answer;
}

function readKept(value: JsonValue | undefined): ProbeAnswer | undefined {
  if (typeof value !== "object" || value === null || !("outcome" in value)) return undefined;
  const { outcome, version, reason } = value;
  if (outcome === "version" && typeof version === "string") return { outcome, version };
  if (outcome === "broken" && typeof reason === "string") return { outcome, reason };
  return outcome === "silent" || outcome === "another" ? { outcome } : undefined;
}
