import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Resource } from "../../model/resource.ts";
import type { Orchestra } from "../../api/types.ts";
import type { CommandInput } from "../command-definition.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import type { CommandResult } from "../output.ts";
import { renderValidation } from "../render/config.ts";
import { renderConflicts } from "../render/conflicts.ts";
import { renderSummary } from "../render/resources.ts";
import { renderState } from "../render/state.ts";
import { exitCodeFor } from "./conflicts.ts";
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
  exitCodeFor([], failOn);
  const diagnostics: Diagnostic[] = [];
  const failures: unknown[] = [];
  const { init, resources, config, conflicts } = await orchestra.inOneLook(async () => {
    const laid = wantsInit ? await orchestra.initializeSystem() : undefined;
    const found = await findResources(orchestra, { isInitialised: wantsInit, wantsDiscovery });
    diagnostics.push(...orchestra.diagnostics);
    failures.push(...orchestra.failures);
    const report = wantsConfig ? await orchestra.validateConfiguration() : undefined;
    if (wantsConfig) diagnostics.push(...orchestra.diagnostics.filter((one) => !isKnown(one, diagnostics)));
    const conflicting = wantsConflicts
      ? await orchestra.detectConflicts(textsOption(options, "rule"))
      : undefined;
    if (wantsConflicts)
      diagnostics.push(...orchestra.diagnostics.filter((one) => !isKnown(one, diagnostics)));
    return { init: laid, resources: found, config: report, conflicts: conflicting };
  });
  return {
    command: "setup",
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
    ],
    exitCode: config?.isValid === false ? EXIT_CODES.findings : exitCodeFor(conflicts ?? [], failOn),
  };
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
