import { describeRecovery } from "../../api/changes/recover-first.ts";
import type { CommandInput } from "../command-definition.ts";
import type { CommandResult } from "../output.ts";
import { renderExecution, renderHistory } from "../render/changes.ts";
import { openOrchestra } from "./open-orchestra.ts";

/** `orchestra history`. */
export async function runHistory(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const entries = await orchestra.history();
  return {
    command: "history",
    data: { entries },
    diagnostics: orchestra.diagnostics,
    render: (paint) => renderHistory(entries, paint),
  };
}

/** `orchestra undo [ID]`. */
export async function runUndo(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const [id] = input.parameters;
  const report = await orchestra.undo(id, { isPartial: input.options["partial"] === true });
  return {
    command: "undo",
    data: report,
    diagnostics: orchestra.diagnostics,
    render: () => [
      ...renderExecution(report.execution),
      ...report.left.map((reason) => `left as it is: ${reason}`),
      `undone ${report.undone}`,
    ],
  };
}

/** `orchestra recover`. */
export async function runRecover(input: CommandInput): Promise<CommandResult> {
  const orchestra = openOrchestra(input);
  const report = await orchestra.recover();
  return {
    command: "recover",
    data: { recovered: report ?? null },
    diagnostics: orchestra.diagnostics,
    render: () => [report === undefined ? "nothing was killed half way" : describeRecovery(report)],
  };
}
