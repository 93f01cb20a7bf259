import type { CommandDefinition, CommandInput } from "./command-definition.ts";
import type { ExitCode } from "./exit-codes.ts";
import { documentOf, printFailure, printResult } from "./output.ts";

/** Loads a command, runs it, and prints what it gives or what stopped it. */
export async function runCommand(definition: CommandDefinition, input: CommandInput): Promise<ExitCode> {
  const { options, io } = input;
  try {
    const run = await definition.load();
    const result = await run(input);
    if (options.output !== undefined) {
      const { writeOutput } = await import("../api/write-output.ts");
      writeOutput(options.output, documentOf(result, options), io);
    }
    return printResult(result, options, io);
  } catch (error) {
    return printFailure(error, { command: definition.name, options, io });
  }
}
