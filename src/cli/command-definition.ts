import type { Beginning } from "../api/begin.ts";
import type { CliIo, CommonOptions } from "./io.ts";
import type { CommandResult } from "./output.ts";

/** What a command was given: options by their long name in camelCase, and the parameters after it. */
export interface CommandInput {
  readonly options: CommonOptions & OptionValues;
  readonly parameters: readonly string[];
  readonly io: CliIo;
  /** What git was asked of the tree before the command was loaded. */
  readonly ahead?: Beginning["ahead"];
}

/** Options as commander reads them: a flag, a text, or texts of an option that may be repeated. */
export interface OptionValues {
  readonly [name: string]: string | boolean | readonly string[] | undefined;
}

export interface OptionDefinition {
  /** As commander writes it: `--type <type>`. */
  readonly flags: string;
  readonly summary: string;
  /** May be given several times; the values come as a list. */
  readonly isRepeatable?: boolean;
}

/** One command as data: the parser, the help and the reference are made of it. */
export interface CommandDefinition {
  /** Words after `orchestra`: `resources list`. */
  readonly name: string;
  readonly summary: string;
  /** As commander writes it: `<id>`, `[ids...]`. */
  readonly parameters?: string;
  readonly options: readonly OptionDefinition[];
  /** True where the tree will be looked at: git is asked about it before anything else. */
  readonly looks?: (options: OptionValues) => boolean;
  /** Loads the code of the command when it is run, and not before. */
  readonly load: () => Promise<(input: CommandInput) => Promise<CommandResult>>;
}

/** Options that every command takes. */
export const COMMON_OPTIONS: readonly OptionDefinition[] = [
  { flags: "--json", summary: "print one JSON document instead of text" },
  { flags: "--output <file>", summary: "write that JSON document to a file as well" },
  { flags: "--root <dir>", summary: "the project's folder (default: the working folder)" },
  { flags: "--environment <name>", summary: "where this runs: local, ci_cd, … (default: detected)" },
  { flags: "--offline", summary: "ask nothing beyond this machine" },
  { flags: "--quiet", summary: "print no text: the exit code tells" },
  { flags: "--no-color", summary: "no colour, as NO_COLOR does" },
  { flags: "--debug", summary: "print every diagnostic, and stacks" },
];

/** Groups of commands, by their first word. */
export const COMMAND_GROUPS: Readonly<Record<string, string>> = {
  cleanup: "list, bring back or remove what clean-ups put away",
  config: "list, explain, compare, set and exchange configuration",
  conflicts: "list, show and ignore conflicts",
  resources: "list, show, verify and register resources",
};
