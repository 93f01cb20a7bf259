import type { CommandInput } from "../command-definition.ts";
import type { CommandResult } from "../output.ts";
import { openOrchestra } from "./open-orchestra.ts";

/** `orchestra trust`: records path and content of the settings file for this user. */
export async function runTrust(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const file = await orchestra.trustConfig();
  return {
    command: "trust",
    data: { file },
    diagnostics: [],
    render: () => [`trusted ${file} as it is now; after a change it has to be trusted again`],
  };
}
