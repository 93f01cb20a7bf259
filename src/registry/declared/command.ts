import type { DeclaredQuestion } from "./question.ts";
import type { DetectContext, Detection } from "../types.ts";

const TIMEOUT_MS = 5_000;
const PATTERN_TIMEOUT_MS = 200;

/** Arguments that ask any program for its version and nothing else. */
const HARMLESS = /^(-{0,2}version|-[vV]|-V|--short|--client|--json|-{0,2}help)$/;

export interface CommandQuestion extends DeclaredQuestion {
  readonly program: string;
  readonly arguments: readonly string[];
  /** Its first group is the version; no match means that the program is another one. */
  readonly pattern?: string;
}

/**
 * Asks a program of PATH. The settings file comes with the repository, so until this user trusts it a program is only
 * ever asked for its version, and never one that stands inside the tree.
 */
export async function detectCommand(question: CommandQuestion, context: DetectContext): Promise<Detection> {
  const [copy] = context.programs.find(question.program);
  if (copy === undefined) return { resources: [] };
  if (!question.isTrusted && !isHarmless(question, copy.realPath, context)) return untrusted(question);
  const result = await context.platform.processes.run(copy.path, question.arguments, {
    timeoutMs: TIMEOUT_MS,
    cwd: context.platform.host.homeFolder,
    signal: context.signal,
  });
  if (result.ended !== "exited") return { resources: [] };
  const output = `${result.stdout}\n${result.stderr}`;
  const groups =
    question.pattern === undefined
      ? []
      : context.platform.patterns.match(question.pattern, output.slice(0, 65_536), PATTERN_TIMEOUT_MS);
  if (groups === undefined) return { resources: [] };
  const failed = result.exitCode !== 0;
  return {
    resources: [
      {
        ...question.common,
        name: question.name ?? question.program,
        accessPattern: copy.path,
        version: groups[1],
        status: failed ? "degraded" : "available",
        statusReason: failed ? `${question.program} ends with exit code ${result.exitCode}` : undefined,
        file: question.configFile,
      },
    ],
  };
}

function isHarmless(question: CommandQuestion, realPath: string, context: DetectContext): boolean {
  const isInside = realPath.startsWith(context.workspace.root);
  return (
    !isInside && question.arguments.length > 0 && question.arguments.every((text) => HARMLESS.test(text))
  );
}

function untrusted(question: CommandQuestion): Detection {
  return {
    resources: [],
    diagnostics: [
      {
        severity: "warning",
        code: "CONFIG_UNTRUSTED",
        message: `detector ${question.id} was not run: its arguments ask for more than a version`,
        source: `config:${question.id}`,
        file: question.configFile,
        hint: "Read the settings file, then run `orchestra trust`.",
      },
    ],
  };
}
