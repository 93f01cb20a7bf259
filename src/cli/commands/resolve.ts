import { readChanges } from "../../api/resolution/read-changes.ts";
import type { ResolutionRequest } from "../../api/resolution/types.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { Resolution } from "../../model/resolution.ts";
import type { CommandInput } from "../command-definition.ts";
import { EXIT_CODES, type ExitCode } from "../exit-codes.ts";
import type { CommandResult } from "../output.ts";
import { renderApplied, renderPlanned } from "../render/resolution.ts";
import { openOrchestra } from "./open-orchestra.ts";
import { textOption } from "./option-values.ts";

/** `orchestra conflicts resolve [ID…]`: a dry run, unless it is told to apply. */
export async function runConflictsResolve(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const { options } = input;
  const planned = await orchestra.resolveConflicts(requestOf(input));
  if (options["apply"] !== true) {
    return {
      command: "conflicts resolve",
      data: { isApplied: false, resolution: planned },
      diagnostics: orchestra.diagnostics,
      render: (paint) => renderPlanned(planned, paint),
    };
  }
  const applied = await orchestra.applyResolution(planned.resolutionId, {
    command: "conflicts resolve",
    allowDirty: options["allowDirty"] === true,
  });
  return {
    command: "conflicts resolve",
    data: { isApplied: true, resolution: { ...applied, diff: planned.diff } },
    diagnostics: orchestra.diagnostics,
    render: (paint) => renderApplied(applied, paint),
    exitCode: exitCodeOf(applied),
  };
}

function requestOf(input: CommandInput): ResolutionRequest {
  const { options, parameters } = input;
  const { rule } = textOption(options, "rule", "rule");
  const isAll = options["all"] === true;
  const isAuto = options["auto"] === true;
  const ways = [parameters.length > 0, isAll, isAuto].filter(Boolean).length;
  if (ways !== 1)
    throw usage(
      "say which conflicts are meant: ids, --all --rule RULE, or --auto",
      "`orchestra conflicts list` gives the ids.",
    );
  if (isAll !== (rule !== undefined))
    throw usage("--all and --rule go together", "--all --rule duplicate_key");
  const strategy = textOption(options, "strategy", "strategy");
  if (isAuto && strategy.strategy !== undefined)
    throw usage(
      "--auto takes its strategies from the settings",
      "Leave --strategy out, or name the conflicts.",
    );
  return {
    ...(parameters.length > 0 ? { ids: parameters } : {}),
    ...(rule === undefined ? {} : { rule }),
    ...(isAuto ? { byPolicy: true } : {}),
    ...strategy,
    ...textOption(options, "reason", "reason"),
    ...actionsOf(input),
  };
}

function actionsOf({ options, io }: CommandInput): Pick<ResolutionRequest, "actions"> {
  const { actions: file } = textOption(options, "actions", "actions");
  if (file === undefined) return {};
  if (options["strategy"] !== "manual")
    throw usage("--actions is for --strategy manual", "Add --strategy manual.");
  return { actions: readChanges(file, io) };
}

/** 1 where something is left, 3 where the plan was begun and taken back. */
function exitCodeOf({ conflicts, refused, newConflicts = [] }: Resolution): ExitCode {
  if (conflicts.some(({ status }) => status === "failed")) return EXIT_CODES.incomplete;
  const isEnded = conflicts.every(({ status }) => status === "resolved" || status === "ignored");
  return isEnded && refused.length === 0 && newConflicts.length === 0 ? EXIT_CODES.done : EXIT_CODES.findings;
}

function usage(message: string, hint: string): OrchestraError {
  return new OrchestraError("USAGE", message, { hint });
}
