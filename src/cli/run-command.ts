import type { Beginning } from "../api/begin.ts";
import type { CommandDefinition, CommandInput } from "./command-definition.ts";
import type { ExitCode } from "./exit-codes.ts";
import { documentOf, printFailure, printResult, type CommandResult } from "./output.ts";

/** A change that was killed is put right before anything else is done, and told in any case. */
async function beginRun(
  { name, looks }: CommandDefinition,
  { options, io }: CommandInput,
): Promise<Beginning> {
  if (name === "recover") return { diagnostics: [] };
  const { begin } = await import("../api/begin.ts");
  return begin(
    { root: options.root ?? io.workingFolder, workingFolder: io.workingFolder, env: io.env },
    { looks: looks?.(options) === true },
  );
}

/** Loads a command, runs it, and prints what it gives or what stopped it. */
export async function runCommand(definition: CommandDefinition, input: CommandInput): Promise<ExitCode> {
  const { options, io } = input;
  try {
    const { ahead, diagnostics } = await beginRun(definition, input);
    const answer = await runWith(definition, { ...input, ahead });
    const result = { ...answer, diagnostics: [...diagnostics, ...answer.diagnostics] };
    if (options.output !== undefined) {
      const { writeOutput } = await import("../api/write-output.ts");
      writeOutput(options.output, documentOf(result, options), io);
    }
    return printResult(result, options, io);
  } catch (error) {
    return printFailure(error, { command: definition.name, options, io });
  }
}

async function runWith(definition: CommandDefinition, input: CommandInput): Promise<CommandResult> {
  try {
    const run = await definition.load();
    return await run(input);
  } finally {
    input.ahead?.end();
  }
}
