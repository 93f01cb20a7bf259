import type { JsonValue } from "../../../../model/json.ts";
import type { DetectContext, ProgramCopy } from "../../../types.ts";
import type { Candidate } from "../candidate.ts";
import { quietEnvironment } from "./quiet-environment.ts";
import { readAnswer, type Answer } from "./read-answer.ts";

const AT_ONCE = 4;
const TIMEOUT_MS = 2_000;
const TOTAL_MS = 8_000;
const MAX_BYTES = 65_536;

/** Goes up when the table or the reading of answers changes, so that no old answer lives on. */
const REVISION = 2;

/** Asks programs for their version, a few at a time, each once as long as its file stays the same. */
export interface Asker {
  /** `isKept`: the answer depends on the program's file alone. */
  ask(candidate: Candidate, program: ProgramCopy, isKept: boolean): Promise<Answer>;
}

const ASKERS = new WeakMap<DetectContext, Asker>();

/** The one asker of a run: whoever asks, no more programs run at once and in all. */
export function askerOf(context: DetectContext): Asker {
  const known = ASKERS.get(context);
  if (known !== undefined) return known;
  const asker = createAsker(context);
  ASKERS.set(context, asker);
  return asker;
}

function createAsker(context: DetectContext): Asker {
  const { clock } = context.platform;
  const enter = createGate(AT_ONCE);
  const env = quietEnvironment(context);
  let end: number | undefined;
  const run = async (candidate: Candidate, program: ProgramCopy): Promise<Answer> => {
    end ??= clock.elapsed() + TOTAL_MS;
    const remaining = end - clock.elapsed();
    if (remaining <= 0) return { kind: "unknown", reason: "not asked: other programs took too long" };
    return runOnce(candidate, program, { env, timeoutMs: Math.min(TIMEOUT_MS, remaining) });
  };
  return {
    ask: async (candidate, program, isKept) => {
      const key = isKept ? keyOf(candidate, program) : undefined;
      const kept = key === undefined ? undefined : readKept(context.cache.get(key));
      if (kept !== undefined) return kept;
      const answer = await enter(() => run(candidate, program));
      if (key !== undefined && isLasting(answer)) context.cache.set(key, { ...answer });
      return answer;
    },
  };
}

interface Conditions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timeoutMs: number;
}

async function runOnce(
  { tool, context }: Candidate,
  program: ProgramCopy,
  { env, timeoutMs }: Conditions,
): Promise<Answer> {
  const { host, processes } = context.platform;
  const result = await processes.run(program.path, parametersOf(tool.ask), {
    timeoutMs,
    maxBytes: MAX_BYTES,
    cwd: host.os === "windows" ? host.homeFolder : "/",
    env,
    signal: context.signal,
  });
  return readAnswer(tool, result);
}

function parametersOf(ask: readonly string[] | "never" | undefined): readonly string[] {
  return ask === undefined || ask === "never" ? ["--version"] : ask;
}

/** Undefined when the file cannot be told from a later one of the same path. */
function keyOf({ tool, command, context }: Candidate, program: ProgramCopy): string | undefined {
  const stat = context.platform.files.stat(program.realPath);
  if (stat === undefined) return undefined;
  const place = program.path === program.realPath ? program.path : `${program.path} -> ${program.realPath}`;
  return `cli-tool ${REVISION} ${tool.name} ${command} ${place} ${stat.size} ${stat.modifiedMs}`;
}

/** What only says that there was no time is asked again. */
function isLasting(answer: Answer): boolean {
  return answer.kind !== "unknown" || !/in time|before it answered|^not asked/.test(answer.reason);
}

function readKept(value: JsonValue | undefined): Answer | undefined {
  if (typeof value !== "object" || value === null || !("kind" in value)) return undefined;
  const { kind, version, reason } = value;
  if (kind === "version" && typeof version === "string") return { kind, version };
  if ((kind === "unknown" || kind === "broken") && typeof reason === "string") return { kind, reason };
  return kind === "another" ? { kind } : undefined;
}

/** Lets `width` pieces of work run at once; the others wait in the order in which they came. */
function createGate(width: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= width) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
