import type { Orchestra } from "../../api/types.ts";
import { toTimestamp } from "../../model/time.ts";
import type { ConfigEntry } from "../../model/config-entry.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { CommandInput } from "../command-definition.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import type { CommandResult } from "../output.ts";
import {
  renderDifferences,
  renderEntries,
  renderExplanation,
  renderValidation,
  revealedOf,
  valueOf,
} from "../render/config.ts";
import { openOrchestra } from "./open-orchestra.ts";
import { textOption } from "./option-values.ts";

/** `orchestra config list`: every value with its place. */
export async function runConfigList(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const entries = await orchestra.listConfiguration({
    ...textOption(input.options, "environment", "environment"),
    ...textOption(input.options, "prefix", "prefix"),
    ...textOption(input.options, "source", "source"),
    ...textOption(input.options, "scope", "scope"),
  });
  return {
    command: "config list",
    data: { entries, ...observed(orchestra) },
    diagnostics: orchestra.diagnostics,
    render: (paint) => renderEntries(entries, paint),
  };
}

/** `orchestra config get KEY`: the value that holds, alone on its line; of a secret nothing, unless it is asked for. */
export async function runConfigGet(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const [key = ""] = input.parameters;
  const reveal = readReveal(input);
  const { entry, expandedValue, needsSecret } = await orchestra.readConfiguration(key, {
    ...scopeOf(input),
    reveal,
  });
  const { isSecret, secret, source, scope, layer, environment } = entry;
  const value = isSecret ? undefined : entry.value;
  const isHidden = needsSecret === true || (isSecret && !reveal);
  const shown = expandedValue === undefined ? entry : { ...entry, value: expandedValue };
  return {
    command: "config get",
    data: {
      key: entry.key,
      environment: orchestra.environment,
      value,
      expandedValue,
      isSecret,
      secret,
      scope,
      layer,
      setFor: environment,
      source,
      ...observed(orchestra),
    },
    diagnostics: [...orchestra.diagnostics, ...(isHidden ? [hidden(entry)] : [])],
    render: () => (isHidden ? [] : [revealedOf(shown)]),
  };
}

/** A secret goes to a person's eyes, never into a pipe or a document. */
function readReveal({ options, io }: CommandInput): boolean {
  if (options["reveal"] !== true) return false;
  const isForEyes = io.stdout.isTTY === true && options.json !== true && options.output === undefined;
  if (isForEyes) return true;
  throw new OrchestraError("SECRET_NOT_SHOWN", "--reveal prints a secret on a terminal alone", {
    hint: "Run it in a terminal, without --json and --output.",
  });
}

/** `orchestra config explain KEY`: every candidate in order, and why the first one holds. */
export async function runConfigExplain(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const [key = ""] = input.parameters;
  const explanation = await orchestra.explainConfiguration(key, scopeOf(input));
  const { winner, environment, scope, otherScopes } = explanation;
  const candidates = explanation.candidates.map(({ entry, reason }) => ({ ...entry, reason }));
  return {
    command: "config explain",
    data: { key, environment, scope, winner, candidates, otherScopes, ...observed(orchestra) },
    diagnostics: orchestra.diagnostics,
    render: (paint) => renderExplanation(explanation, paint),
  };
}

/** `orchestra config validate`: exit code 1 when something is really wrong. */
export async function runConfigValidate(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const report = await orchestra.validateConfiguration();
  const { isValid, errors, warnings, usages } = report;
  return {
    command: "config validate",
    data: { isValid, errors, warnings, usages, ...observed(orchestra) },
    diagnostics: orchestra.diagnostics,
    render: (paint) => renderValidation(report, paint),
    exitCode: isValid ? EXIT_CODES.done : EXIT_CODES.findings,
  };
}

/** `orchestra config diff A B`: what is not the same in two environments. */
export async function runConfigDiff(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const [first = "", second = ""] = input.parameters;
  const differences = await orchestra.diffConfiguration(first, second);
  return {
    command: "config diff",
    data: { environments: [first, second], differences },
    diagnostics: orchestra.diagnostics,
    render: (paint) => renderDifferences(differences, [first, second], paint),
  };
}

/** `orchestra config schema`: what the project asks of its configuration. */
export async function runConfigSchema(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const schema = await orchestra.getConfigurationSchema();
  return {
    command: "config schema",
    data: { schema: schema ?? null },
    diagnostics: orchestra.diagnostics,
    render: () =>
      schema === undefined
        ? ["no schema: `configuration.schema` of orchestra.config.* holds one"]
        : [JSON.stringify(schema, undefined, 2)],
  };
}

/** Nothing stands on stdout then, so that no script takes a sentence for the value. */
function hidden(entry: ConfigEntry): Diagnostic {
  const { key, source } = entry;
  const what = entry.isSecret ? `holds: ${valueOf(entry)}, which is` : "needs a secret to be put in; it is";
  return {
    severity: "warning",
    code: "SECRET_HIDDEN",
    message: `${key} ${what} not shown`,
    source: "config",
    ...(source.file === undefined ? {} : { file: source.file }),
    ...(source.line === undefined ? {} : { line: source.line }),
    hint: "`--json` gives what may be said of it; `--reveal` prints it on a terminal.",
  };
}

/** When the values were looked at. */
function observed(orchestra: Orchestra): { readonly observedAt: string } {
  return { observedAt: toTimestamp(orchestra.now()) };
}

function scopeOf(input: CommandInput): { readonly scope?: string } {
  return textOption(input.options, "scope", "scope");
}
