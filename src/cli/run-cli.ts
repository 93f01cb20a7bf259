import { Command, CommanderError, Option } from "commander";
import { OrchestraError } from "../model/errors.ts";
import {
  COMMAND_GROUPS,
  COMMON_OPTIONS,
  type CommandDefinition,
  type OptionDefinition,
} from "./command-definition.ts";
import { COMMANDS } from "./commands.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import type { CliIo, CommonOptions } from "./io.ts";
import { printFailure } from "./output.ts";
import { runCommand } from "./run-command.ts";
import { VERSION } from "../model/version.ts";

/** Runs one command line; gives the exit code and never ends the process itself. */
export async function runCli(parameters: readonly string[], io: CliIo): Promise<ExitCode> {
  const run: Run = { io, exitCode: EXIT_CODES.done };
  try {
    await createProgram(run).parseAsync([...parameters], { from: "user" });
    return run.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return endOfParsing(error, parameters, io);
    throw error;
  }
}

interface Run {
  readonly io: CliIo;
  exitCode: ExitCode;
}

function createProgram(run: Run): Command {
  const program = configure(new Command("orchestra"), run)
    .description("Discovers what a project and its machine have to work with, and keeps it current.")
    .enablePositionalOptions()
    .version(VERSION, "-V, --version", "print the version");
  program.action(() => program.outputHelp());
  const groups = new Map<string, Command>();
  for (const definition of COMMANDS) {
    const words = definition.name.split(" ");
    const [first = "", second] = words;
    if (second === undefined) program.addCommand(createCommand(first, definition, run));
    else groupOf(first, { program, groups, run }).addCommand(createCommand(second, definition, run));
  }
  return program;
}

interface Grouping {
  readonly program: Command;
  readonly groups: Map<string, Command>;
  readonly run: Run;
}

function groupOf(name: string, { program, groups, run }: Grouping): Command {
  const known = groups.get(name);
  if (known !== undefined) return known;
  const group = configure(new Command(name), run).description(COMMAND_GROUPS[name] ?? "");
  groups.set(name, group);
  program.addCommand(group);
  return group;
}

function createCommand(name: string, definition: CommandDefinition, run: Run): Command {
  const command = configure(new Command(name), run).description(definition.summary);
  if (definition.parameters !== undefined) command.arguments(definition.parameters);
  for (const option of [...definition.options, ...COMMON_OPTIONS]) command.addOption(createOption(option));
  return command.action(async () => {
    run.exitCode = await runCommand(definition, {
      options: command.opts(),
      parameters: command.args,
      io: run.io,
    });
  });
}

function createOption(definition: OptionDefinition): Option {
  const option = new Option(definition.flags, definition.summary);
  if (definition.isRepeatable !== true) return option;
  return option.argParser((value: string, before: readonly string[] | undefined) => [
    ...(before ?? []),
    value,
  ]);
}

function configure(command: Command, run: Run): Command {
  return command
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => void run.io.stdout.write(text),
      writeErr: (text) => void run.io.stderr.write(text),
      outputError: () => undefined,
    });
}

/** Help and version end well; everything else that the parser refuses is a usage error. */
function endOfParsing(error: CommanderError, parameters: readonly string[], io: CliIo): ExitCode {
  if (error.exitCode === 0) return EXIT_CODES.done;
  if (error.code === "commander.help") return EXIT_CODES.usage;
  const message = error.message.replace(/^error: /, "").replaceAll("\n", " ");
  const failure = new OrchestraError("USAGE", message, {
    hint: "`orchestra --help` lists commands and options.",
  });
  const options: CommonOptions = { json: parameters.includes("--json") };
  return printFailure(failure, { command: commandNameOf(parameters), options, io });
}

function commandNameOf(parameters: readonly string[]): string {
  const line = parameters.join(" ");
  return COMMANDS.find(({ name }) => line === name || line.startsWith(`${name} `))?.name ?? "orchestra";
}
