import type { ConfigEntry } from "../../model/config-entry.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { CommandInput } from "../command-definition.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import type { CommandResult } from "../output.ts";
import {
  placeOf,
  renderDifferences,
  renderEntries,
  renderExplanation,
  renderValidation,
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
    data: { entries },
    diagnostics: orchestra.diagnostics,
    render: (paint) => renderEntries(entries, paint),
  };
}

/** `orchestra config get KEY`: the value that holds, alone on its line; of a secret nothing. */
export async function runConfigGet(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const [key = ""] = input.parameters;
  const { winner, environment, candidates } = await orchestra.explainConfiguration(key, scopeOf(input));
  if (winner === undefined)
    throw ambiguous(
      key,
      candidates.map(({ entry }) => entry),
    );
  const { value, isSecret, secret, source, scope, layer } = winner;
  return {
    command: "config get",
    data: { key: winner.key, environment, value, isSecret, secret, scope, layer, source },
    diagnostics: [...orchestra.diagnostics, ...(isSecret ? [hidden(winner)] : [])],
    render: () => (isSecret ? [] : [valueOf(winner)]),
  };
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
    data: { key, environment, scope, winner, candidates, otherScopes },
    diagnostics: orchestra.diagnostics,
    render: (paint) => renderExplanation(explanation, paint),
  };
}

/** `orchestra config validate`: exit code 1 when something is really wrong. */
export async function runConfigValidate(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const { entries, isValid, errors } = await orchestra.validateConfiguration();
  return {
    command: "config validate",
    data: { isValid, errors },
    diagnostics: orchestra.diagnostics,
    render: (paint) => renderValidation({ entries, isValid, errors }, paint),
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

/** Nothing stands on stdout then, so that no script takes a sentence for the value. */
function hidden(entry: ConfigEntry): Diagnostic {
  const { key, source } = entry;
  return {
    severity: "warning",
    code: "SECRET_HIDDEN",
    message: `${key} holds: ${valueOf(entry)}, which is not shown`,
    source: "config",
    ...(source.file === undefined ? {} : { file: source.file }),
    ...(source.line === undefined ? {} : { line: source.line }),
    hint: "`--json` gives what may be said of it; its value stands where this points.",
  };
}

function scopeOf(input: CommandInput): { readonly scope?: string } {
  return textOption(input.options, "scope", "scope");
}

function ambiguous(key: string, entries: readonly ConfigEntry[]): OrchestraError {
  const places = entries.slice(0, 4).map(placeOf).join(" and ");
  return new OrchestraError(
    "CONFIG_AMBIGUOUS",
    `${JSON.stringify(key)} is set twice on one level: ${places}`,
    {
      hint: "Remove one of them; `orchestra config explain` shows all.",
    },
  );
}
