import type { ConfigEntry } from "../../model/config-entry.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { JsonValue } from "../../model/json.ts";
import type { CommandInput } from "../command-definition.ts";
import type { CommandResult } from "../output.ts";
import { openOrchestra } from "./open-orchestra.ts";
import { textOption } from "./option-values.ts";

/** `orchestra config set KEY VALUE`. */
export async function runConfigSet(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const [key = "", text = ""] = input.parameters;
  const written = text === "-" ? await readInput(input) : text;
  const entry = await orchestra.setConfiguration(key, readValue(written, input.options["type"]), {
    ...placeOptions(input),
    ...(input.options["secret"] === true ? { isSecret: true } : {}),
  });
  return {
    command: "config set",
    data: { entry },
    diagnostics: orchestra.diagnostics,
    render: () => [describeSet(entry)],
  };
}

/** `orchestra config unset KEY`. */
export async function runConfigUnset(input: CommandInput): Promise<CommandResult> {
  const { environment, ...common } = input.options;
  const orchestra = openOrchestra({ ...input, options: common });
  const [key = ""] = input.parameters;
  const removed = await orchestra.unsetConfiguration(key, {
    ...(environment === undefined ? {} : { environment }),
    ...textOption(input.options, "scope", "scope"),
  });
  if (removed === 0) {
    throw new OrchestraError("CONFIG_KEY_NOT_FOUND", `${JSON.stringify(key)} was not set here`, {
      hint: "`orchestra config list --source set` shows what was.",
    });
  }
  return {
    command: "config unset",
    data: { key, removed },
    diagnostics: orchestra.diagnostics,
    render: () => [`unset ${key}: ${removed} ${removed === 1 ? "value" : "values"}`],
  };
}

/** `orchestra config export [FILE]`: without a file the text itself is printed. */
export async function runConfigExport(input: CommandInput): Promise<CommandResult> {
  const { options, io, parameters } = input;
  const [path] = parameters;
  const reveal = options["reveal"] === true;
  const isPrinted = path === undefined || options.json === true || options.output !== undefined;
  if (
    reveal &&
    isPrinted &&
    (io.stdout.isTTY !== true || options.json === true || options.output !== undefined)
  ) {
    throw new OrchestraError("SECRET_NOT_SHOWN", "--reveal prints secrets on a terminal alone", {
      hint: "Name a file to write them to, without --json and --output.",
    });
  }
  const orchestra = openOrchestra(input);
  const { format, text, keys, hidden, leftOut } = await orchestra.exportConfiguration(path, {
    ...textOption(options, "format", "format"),
    ...textOption(options, "prefix", "prefix"),
    ...textOption(options, "scope", "scope"),
    reveal,
    overwrite: options["force"] === true,
  });
  const counts = `${keys.length} keys, ${hidden.length} of them secrets without their value`;
  return {
    command: "config export",
    data: { format, keys, hidden, leftOut, ...(path === undefined ? { text } : { file: path }) },
    diagnostics: [
      ...orchestra.diagnostics,
      ...leftOut.map(({ key, reason }) => {
        const message = `${key} was left out: ${reason}`;
        return { severity: "warning", code: "EXPORT_LEFT_OUT", message, source: "config" } as const;
      }),
    ],
    render: () => (path === undefined ? [text.replace(/\n$/, "")] : [`wrote ${path}: ${counts}`]),
  };
}

/** `orchestra config import FILE`. */
export async function runConfigImport(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const [path = ""] = input.parameters;
  const { imported, skipped } = await orchestra.importConfiguration(path, placeOptions(input));
  const rest =
    skipped.length === 0 ? "" : `; ${skipped.length} without a value were left: ${skipped.join(", ")}`;
  return {
    command: "config import",
    data: { imported, skipped },
    diagnostics: orchestra.diagnostics,
    render: () => [`imported ${imported.length} keys for ${orchestra.environment}${rest}`],
  };
}

function placeOptions({ options }: CommandInput): {
  readonly scope?: string;
  readonly priority?: string;
} {
  return { ...textOption(options, "scope", "scope"), ...textOption(options, "priority", "priority") };
}

function describeSet({ key, environment, scope, isSecret }: ConfigEntry): string {
  const where = scope === "." ? "" : ` in ${scope}`;
  return `set ${key} for ${environment}${where}${isSecret ? ", a secret: kept apart, for this user alone" : ""}`;
}

/** One line break at the end is the shell's, not the value's. */
async function readInput({ io }: CommandInput): Promise<string> {
  if (io.readInput === undefined) {
    throw new OrchestraError("USAGE", "there is no standard input to read the value from", {
      hint: "Give the value itself.",
    });
  }
  return (await io.readInput()).replace(/\r?\n$/, "");
}

/** A value of the type that is asked for. The text is not repeated in the error: it may be a secret. */
function readValue(text: string, type: CommandInput["options"][string]): JsonValue {
  if (type === undefined || type === "string") return text;
  const value = type === "number" || type === "boolean" || type === "json" ? parse(text) : undefined;
  if (value === undefined && type !== "json") {
    const known = ["number", "boolean"].find((name) => name === type);
    if (known === undefined) {
      throw new OrchestraError("USAGE", `no type is called ${JSON.stringify(type)}`, {
        hint: "There are: string, number, boolean, json.",
      });
    }
  }
  const isRight = type === "json" ? value !== undefined : typeof value === type;
  if (value !== undefined && isRight) return value;
  throw new OrchestraError("USAGE", `the value is no ${String(type)}`, {
    hint: "--type string keeps it as it is written.",
  });
}

function parse(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
