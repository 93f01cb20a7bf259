import type { PlannedResolution, Resolution, ResolutionStatus } from "../../model/resolution.ts";
import type { Paint } from "./paint.ts";

/** The diff, what becomes of each conflict, and how to go on. */
export function renderPlanned(resolution: PlannedResolution, paint: Paint): readonly string[] {
  const { diff, conflicts, refused, plan } = resolution;
  const steps = plan?.steps.length ?? 0;
  return [
    ...diff
      .split("\n")
      .slice(0, diff === "" ? 0 : -1)
      .map((line) => colourLine(line, paint)),
    ...conflicts.map(({ conflictId, strategy, reason }) => `${strategy} ${conflictId}${because(reason)}`),
    ...refusedLines(resolution, paint),
    `${count(conflicts.length, "conflict")}, ${count(steps, "step")}${refused.length === 0 ? "" : `; ${refused.length} left alone`}. Nothing was changed: --apply does it.`,
  ];
}

/** What became of each conflict. */
export function renderApplied(resolution: Resolution, paint: Paint): readonly string[] {
  const { conflicts, refused, newConflicts = [], executionId } = resolution;
  const resolved = conflicts.filter(({ status }) => status === "resolved" || status === "ignored").length;
  return [
    ...conflicts.map(
      ({ conflictId, status, reason }) => `${paint(COLOURS[status], status)} ${conflictId}${because(reason)}`,
    ),
    ...refusedLines(resolution, paint),
    ...newConflicts.map((id) => `${paint("yellow", "new")} ${id}`),
    `${resolved} of ${conflicts.length + refused.length} resolved${executionId === undefined ? "" : `; orchestra undo ${executionId} takes it back`}`,
  ];
}

const COLOURS: Readonly<Record<ResolutionStatus, "green" | "yellow" | "red" | "dim">> = {
  planned: "dim",
  resolved: "green",
  ignored: "dim",
  partial: "yellow",
  manual: "yellow",
  failed: "red",
};

function refusedLines({ refused }: Resolution, paint: Paint): readonly string[] {
  return refused.map(({ conflictId, reason }) => `${paint("yellow", "left alone")} ${conflictId}: ${reason}`);
}

function because(reason: string | undefined): string {
  return reason === undefined ? "" : `: ${reason}`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}

function colourLine(line: string, paint: Paint): string {
  if (line.startsWith("+") && !line.startsWith("+++")) return paint("green", line);
  return line.startsWith("-") && !line.startsWith("---") ? paint("red", line) : line;
}
