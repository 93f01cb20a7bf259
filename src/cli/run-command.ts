import type { Diagnostic } from "../model/diagnostic.ts";
import type { CommandDefinition, CommandInput } from "./command-definition.ts";
import type { ExitCode } from "./exit-codes.ts";
import { documentOf, printFailure, printResult } from "./output.ts";

/** A change that was killed is put right before anything else is done, and told in any case. */
async function recoverFirst({ options, io }: CommandInput): Promise<readonly Diagnostic[]> {
  const { recoverFirst: recover } = await import("../api/changes/recover-first.ts");
  return recover({ root: options.root ?? io.workingFolder, workingFolder: io.workingFolder, env: io.env });
}

/** Loads a command, runs it, and prints what it gives or what stopped it. */
export async function runCommand(definition: CommandDefinition, input: CommandInput): Promise<ExitCode> {
  const { options, io } = input;
  try {
    const run = await definition.load();
    const recovered = definition.name === "recover" ? [] : await recoverFirst(input);
    const answer = await run(input);
    const result = { ...answer, diagnostics: [...recovered, ...answer.diagnostics] };
    if (options.output !== undefined) {
      const { writeOutput } = await import("../api/write-output.ts");
      writeOutput(options.output, documentOf(result, options), io);
    }
    return printResult(result, options, io);
  } catch (error) {
    return printFailure(error, { command: definition.name, options, io });
  }
}
