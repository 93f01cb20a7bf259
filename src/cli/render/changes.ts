import type { Execution, HistoryEntry } from "../../model/plan.ts";
import type { Paint } from "./paint.ts";
import { renderTable } from "./table.ts";

/** A line an execution: when, what, and whether it can be taken back. */
export function renderHistory(entries: readonly HistoryEntry[], paint: Paint): readonly string[] {
  const rows = entries.map(({ executionId, at, command, title, outcome, paths, isUndoable, reason }) => [
    executionId,
    at.slice(0, 16).replace("T", " "),
    command,
    outcome,
    `${title} (${paths.length} ${paths.length === 1 ? "path" : "paths"})`,
    isUndoable ? "" : paint("dim", reason ?? ""),
  ]);
  return [...renderTable(rows), `${entries.length} ${entries.length === 1 ? "change" : "changes"}`];
}

/** A line a step that was not simply done, then what became of all. */
export function renderExecution({ outcome, steps }: Execution): readonly string[] {
  const notable = steps.filter((step) => step.outcome !== "done" && step.outcome !== "unchanged");
  const count = `${steps.length} ${steps.length === 1 ? "step" : "steps"}`;
  return [
    ...notable.map(
      ({ outcome: became, title, reason }) =>
        `${became.replaceAll("_", " ")}: ${title}${reason === undefined ? "" : ` (${reason})`}`,
    ),
    `${outcome}: ${count}`,
  ];
}
