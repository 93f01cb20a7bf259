import { OrchestraError } from "../../model/errors.ts";
import type { ResourceInput } from "../../api/types.ts";
import type { CommandInput, OptionValues } from "../command-definition.ts";
import type { CommandResult } from "../output.ts";
import { openOrchestra } from "./open-orchestra.ts";
import { textOption, textsOption } from "./option-values.ts";

const SINGLE_OPTIONS = ["name", "type", "accessPattern", "description", "version", "priority"];

/** `orchestra resources register`: one resource by options, or one or several from a JSON file. */
export async function runRegister(input: CommandInput): Promise<CommandResult> {
  const { environment, ...common } = input.options;
  const orchestra = openOrchestra({ ...input, options: common });
  const { file } = input.options;
  const resources =
    typeof file === "string"
      ? await orchestra.registerFile(rejectMixed(file, input))
      : [await orchestra.registerResource(describedByOptions(input.options, environment))];
  return {
    command: "resources register",
    data: { resources },
    diagnostics: orchestra.diagnostics,
    render: () => resources.map((resource) => `registered ${resource.id}`),
  };
}

/** `orchestra resources unregister ID`. */
export async function runUnregister(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const [id = ""] = input.parameters;
  if (!(await orchestra.unregisterResource(id))) {
    throw new OrchestraError(
      "RESOURCE_NOT_FOUND",
      `nothing is registered under the id ${JSON.stringify(id)}`,
      {
        hint: "`orchestra resources list --json` gives the ids.",
      },
    );
  }
  return {
    command: "resources unregister",
    data: { id },
    diagnostics: orchestra.diagnostics,
    render: () => [`unregistered ${id}`],
  };
}

function rejectMixed(file: string, { options }: CommandInput): string {
  const given = SINGLE_OPTIONS.find((name) => options[name] !== undefined);
  if (given === undefined) return file;
  throw new OrchestraError("USAGE", `--file and --${given} cannot be given together`, {
    hint: "Put everything in the file, or everything in options.",
  });
}

function describedByOptions(options: OptionValues, environment: string | undefined): ResourceInput {
  return {
    name: requiredText(options, "name", "--name"),
    resourceType: requiredText(options, "type", "--type"),
    environment: environment ?? missing("--environment"),
    accessPattern: requiredText(options, "accessPattern", "--access-pattern"),
    ...textOption(options, "description", "description"),
    ...textOption(options, "version", "version"),
    ...textOption(options, "priority", "priority"),
    tags: textsOption(options, "tag"),
  };
}

function requiredText(options: OptionValues, name: string, flag: string): string {
  const value = options[name];
  return typeof value === "string" ? value : missing(flag);
}

function missing(flag: string): never {
  throw new OrchestraError("USAGE", `${flag} is missing`, {
    hint: "Give --name, --type, --environment and --access-pattern, or --file with JSON.",
  });
}
