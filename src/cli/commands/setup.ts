import type { Diagnostic } from "../../model/diagnostic.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { Resource } from "../../model/resource.ts";
import type { DetectOptions } from "../../api/conflicts/types.ts";
import type { Orchestra } from "../../api/types.ts";
import type { CommandInput } from "../command-definition.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import type { CommandResult } from "../output.ts";
import { readFormat } from "../render/conflict-formats.ts";
import { renderValidation } from "../render/config.ts";
import { renderConflicts } from "../render/conflicts.ts";
import { renderSummary } from "../render/resources.ts";
import { renderState } from "../render/state.ts";
import { exitCodeFor, failsFrom, inFormat } from "./conflicts.ts";
import { openOrchestra } from "./open-orchestra.ts";
import { textOption, textsOption } from "./option-values.ts";

/** `orchestra setup`: the operations that are named, in the guide's order; without one, `--init`. */
export async function runSetup(input: CommandInput): Promise<CommandResult> {
  const { options } = input;
  const orchestra = openOrchestra(input);
  const wantsDiscovery = options.discover === true || options.all === true;
  const wantsConfig = options.config === true || options.all === true;
  const wantsConflicts = options.conflicts === true || options.all === true;
  const wantsInit =
    options.init === true || options.all === true || !(wantsDiscovery || wantsConfig || wantsConflicts);
  const failOn = textOption(options, "failOn", "failOn").failOn ?? "medium";
  failsFrom(failOn, { status: "pending", severity: "low" });
  const format = readFormat(textOption(options, "format", "format").format);
  rejectStray(options, wantsConflicts);
  const diagnostics: Diagnostic[] = [];
  const failures: unknown[] = [];
  const { init, resources, config, conflicts } = await orchestra.inOneLook(async () => {
    const laid = wantsInit ? await orchestra.initializeSystem() : undefined;
    const found = await findResources(orchestra, { isInitialised: wantsInit, wantsDiscovery });
    diagnostics.push(...orchestra.diagnostics);
    failures.push(...orchestra.failures);
    const report = wantsConfig ? await orchestra.validateConfiguration() : undefined;
    if (wantsConfig) diagnostics.push(...orchestra.diagnostics.filter((one) => !isKnown(one, diagnostics)));
    const conflicting = wantsConflicts ? await orchestra.detectConflicts(readDetection(options)) : undefined;
    if (wantsConflicts)
      diagnostics.push(...orchestra.diagnostics.filter((one) => !isKnown(one, diagnostics)));
    return { init: laid, resources: found, config: report, conflicts: conflicting };
  });
  const rules = format === "human" || format === "json" ? [] : await orchestra.getConflictRules();
  const written = diagnostics.filter(({ code }) => code === "BASELINE_WRITTEN");
  return {
    command: "setup",
    ...(await inFormat(format, {
      conflicts: conflicts ?? [],
      rules,
      fails: (conflict) => failsFrom(failOn, conflict),
    })),
    data: {
      ...(init === undefined ? {} : { init }),
      ...(wantsDiscovery ? { resources } : {}),
      ...(config === undefined ? {} : { config }),
      ...(conflicts === undefined ? {} : { conflicts }),
    },
    diagnostics,
    failures,
    render: (paint) => [
      ...(init === undefined ? [] : renderState(init, paint)),
      ...(init !== undefined && wantsDiscovery ? [""] : []),
      ...(wantsDiscovery ? renderSummary(resources, { paint, nowMs: orchestra.now() }) : []),
      ...(config !== undefined && (wantsInit || wantsDiscovery) ? [""] : []),
      ...(config === undefined ? [] : renderValidation(config, paint)),
      ...(conflicts !== undefined && (wantsInit || wantsDiscovery || wantsConfig) ? [""] : []),
      ...(conflicts === undefined ? [] : renderConflicts(conflicts, paint)),
      ...written.map(({ message, file = "" }) => `${file}: ${message}`),
    ],
    exitCode: config?.isValid === false ? EXIT_CODES.findings : exitCodeFor(conflicts ?? [], failOn),
  };
}

function readDetection(options: CommandInput["options"]): DetectOptions {
  return {
    rules: textsOption(options, "rule"),
    ...textOption(options, "changedSince", "changedSince"),
    updateBaseline: options["updateBaseline"] === true,
  };
}

/** Options that say something of conflicts, where none are looked for. */
function rejectStray(options: CommandInput["options"], wantsConflicts: boolean): void {
  if (wantsConflicts) return;
  const stray = ["format", "changedSince", "updateBaseline"].find((name) => options[name] !== undefined);
  if (stray === undefined) return;
  const flag = stray.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new OrchestraError("USAGE", `--${flag} says something of conflicts, and none are looked for`, {
    hint: "Add --conflicts.",
  });
}

async function findResources(
  orchestra: Orchestra,
  asked: { readonly isInitialised: boolean; readonly wantsDiscovery: boolean },
): Promise<readonly Resource[]> {
  if (asked.isInitialised) return orchestra.getCurrentResources();
  return asked.wantsDiscovery ? orchestra.discoverResources() : [];
}

/** The same file was read for another operation. */
function isKnown(found: Diagnostic, known: readonly Diagnostic[]): boolean {
  return known.some((diagnostic) => JSON.stringify(diagnostic) === JSON.stringify(found));
}
