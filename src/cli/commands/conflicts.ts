import { CONFLICT_SEVERITIES, CONFLICT_STATUSES, isOpen, type Conflict } from "../../model/conflict.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { CommandInput } from "../command-definition.ts";
import { EXIT_CODES, type ExitCode } from "../exit-codes.ts";
import type { CommandResult } from "../output.ts";
import {
  formatConflicts,
  readFormat,
  type ConflictFormat,
  type FormatInput,
} from "../render/conflict-formats.ts";
import { renderConflict, renderConflicts } from "../render/conflicts.ts";
import { openOrchestra } from "./open-orchestra.ts";
import { textOption } from "./option-values.ts";

/** `orchestra conflicts list`: what is known, without looking again. */
export async function runConflictsList(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const filter = {
    ...textOption(input.options, "status", "status"),
    ...textOption(input.options, "rule", "rule"),
  };
  rejectUnknown("status", filter.status, CONFLICT_STATUSES);
  const format = readFormat(textOption(input.options, "format", "format").format);
  const conflicts = await orchestra.getAllConflicts(filter);
  const rules = await orchestra.getConflictRules();
  return {
    command: "conflicts list",
    data: { conflicts },
    diagnostics: orchestra.diagnostics,
    ...(await inFormat(format, { conflicts, rules, fails: (conflict) => failsFrom("medium", conflict) })),
    render: (paint) => renderConflicts(conflicts, paint),
  };
}

/** `orchestra conflicts show ID`. */
export async function runConflictsShow(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const [id = ""] = input.parameters;
  const conflict = await orchestra.getConflict(id);
  if (conflict === undefined) {
    throw new OrchestraError(
      "CONFLICT_NOT_FOUND",
      `no conflict has the id ${JSON.stringify(id.slice(0, 80))}`,
      {
        hint: "`orchestra conflicts list` gives the ids.",
      },
    );
  }
  return {
    command: "conflicts show",
    data: { conflict },
    diagnostics: orchestra.diagnostics,
    render: (paint) => renderConflict(conflict, paint),
  };
}

/** `orchestra conflicts ignore ID --reason TEXT`. */
export async function runConflictsIgnore(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const [id = ""] = input.parameters;
  const { reason } = textOption(input.options, "reason", "reason");
  if (reason === undefined || reason.trim() === "") {
    throw new OrchestraError("USAGE", "--reason is missing", {
      hint: "Say why it may stay: --reason 'each package needs its own'.",
    });
  }
  const conflict = await orchestra.ignoreConflict(id, reason);
  return {
    command: "conflicts ignore",
    data: { conflict },
    diagnostics: orchestra.diagnostics,
    render: () => [`ignored ${conflict.conflictId}`],
  };
}

/** 1 where something open is at least as severe as `--fail-on` says. */
export function exitCodeFor(conflicts: readonly Conflict[], failOn: string): ExitCode {
  return conflicts.some((conflict) => failsFrom(failOn, conflict)) ? EXIT_CODES.findings : EXIT_CODES.done;
}

/** True for an open conflict that is at least so severe. Throws `USAGE` for an unknown severity. */
export function failsFrom(
  failOn: string,
  { status, severity }: Pick<Conflict, "status" | "severity">,
): boolean {
  rejectUnknown("severity", failOn, [...CONFLICT_SEVERITIES, "none"]);
  const names: readonly string[] = CONFLICT_SEVERITIES;
  const least = failOn === "none" ? Infinity : names.indexOf(failOn);
  return isOpen({ status }) && names.indexOf(severity) >= least;
}

/** What a result prints instead of lines for a person. */
export async function inFormat(
  format: ConflictFormat,
  input: FormatInput,
): Promise<Pick<CommandResult, "document" | "isJson">> {
  if (format === "json") return { isJson: true };
  const document = await formatConflicts(format, input);
  return document === undefined ? {} : { document };
}

function rejectUnknown(what: string, given: string | undefined, known: readonly string[]): void {
  if (given === undefined || known.includes(given)) return;
  throw new OrchestraError("USAGE", `no ${what} is called ${JSON.stringify(given)}`, {
    hint: `There are: ${known.join(", ")}.`,
  });
}
