import type { Diagnostic } from "../../model/diagnostic.ts";
import type { SystemState } from "../../api/types.ts";
import type { CommandInput } from "../command-definition.ts";
import type { CommandResult } from "../output.ts";
import { renderSummary } from "../render/resources.ts";
import { renderState } from "../render/state.ts";
import { openOrchestra } from "./open-orchestra.ts";

/** `orchestra setup`: the operations that are named, in the guide's order; without one, `--init`. */
export async function runSetup(input: CommandInput): Promise<CommandResult> {
  const { options } = input;
  const orchestra = openOrchestra(input);
  const wantsDiscovery = options.discover === true || options.all === true;
  const wantsInit = options.init === true || options.all === true || !wantsDiscovery;
  let init: SystemState | undefined;
  const diagnostics: Diagnostic[] = [];
  const failures: unknown[] = [];
  if (wantsInit) init = await orchestra.initializeSystem();
  const resources = wantsInit ? await orchestra.getCurrentResources() : await orchestra.discoverResources();
  diagnostics.push(...orchestra.diagnostics);
  failures.push(...orchestra.failures);
  return {
    command: "setup",
    data: { ...(init === undefined ? {} : { init }), ...(wantsDiscovery ? { resources } : {}) },
    diagnostics,
    failures,
    render: (paint) => [
      ...(init === undefined ? [] : renderState(init, paint)),
      ...(init !== undefined && wantsDiscovery ? [""] : []),
      ...(wantsDiscovery ? renderSummary(resources, { paint, nowMs: orchestra.now() }) : []),
    ],
  };
}
