import { OrchestraError } from "../../model/errors.ts";
import type { CommandInput } from "../command-definition.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import type { CommandResult } from "../output.ts";
import { formatBytes, renderTrash } from "../render/cleanup.ts";
import { readDays } from "./cleanup-options.ts";
import { openOrchestra } from "./open-orchestra.ts";
import { textOption } from "./option-values.ts";

/** `orchestra cleanup list`: what waits in the trash. */
export async function runCleanupList(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const entries = await orchestra.listTrash();
  return {
    command: "cleanup list",
    data: { entries },
    diagnostics: orchestra.diagnostics,
    render: () => renderTrash(entries),
  };
}

/** `orchestra cleanup restore [ID|--last]`: the latest when none is named. */
export async function runCleanupRestore(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const [id] = input.parameters;
  if (id !== undefined && input.options["last"] === true) {
    throw new OrchestraError("USAGE", `--last and ${JSON.stringify(id.slice(0, 80))} name two clean-ups`, {
      hint: "Give one of them.",
    });
  }
  const report = await orchestra.restoreCleanup(id);
  const { restored, left } = report;
  const rest = left.length === 0 ? "" : `; ${left.length} left in the trash`;
  return {
    command: "cleanup restore",
    data: report,
    diagnostics: orchestra.diagnostics,
    render: () => [
      ...restored,
      `${restored.length} ${restored.length === 1 ? "path" : "paths"} brought back from ${report.id}${rest}`,
    ],
    ...(left.length === 0 ? {} : { exitCode: EXIT_CODES.incomplete }),
  };
}

/** `orchestra cleanup empty [--older-than DAYS]`. */
export async function runCleanupEmpty(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const { olderThan } = textOption(input.options, "olderThan", "olderThan");
  if (olderThan === undefined) {
    throw new OrchestraError("USAGE", "--older-than is missing", {
      hint: "--older-than 30d; --older-than 0 removes all that waits in the trash.",
    });
  }
  const report = await orchestra.emptyTrash({ olderThanDays: readDays("--older-than", olderThan) });
  const { removed, bytes } = report;
  const isWhole = !orchestra.diagnostics.some(({ code }) => code === "TRASH_NOT_EMPTIED");
  return {
    command: "cleanup empty",
    data: report,
    diagnostics: orchestra.diagnostics,
    render: () => [
      removed.length === 0
        ? "nothing in the trash is that old"
        : `${removed.length} ${removed.length === 1 ? "clean-up" : "clean-ups"} removed for good, ${formatBytes(bytes)}`,
    ],
    ...(isWhole ? {} : { exitCode: EXIT_CODES.incomplete }),
  };
}
