import type { Conflict, ConflictPlace, ConflictSeverity } from "../../model/conflict.ts";
import type { Paint } from "./paint.ts";
import { plain } from "./plain.ts";

const SHOWN_OF_RULE = 8;

const COLOURS: Readonly<Record<ConflictSeverity, "red" | "yellow" | "dim">> = {
  critical: "red",
  high: "red",
  medium: "yellow",
  low: "dim",
};

/** A line and a remedy each, the worst first; of many of one rule the first few; then what there is. */
export function renderConflicts(conflicts: readonly Conflict[], paint: Paint): readonly string[] {
  const open = conflicts.filter(({ status }) => status !== "ignored" && status !== "resolved");
  const shown = new Map<string, number>();
  const lines = open.flatMap((conflict) => {
    const count = (shown.get(conflict.rule) ?? 0) + 1;
    shown.set(conflict.rule, count);
    return count > SHOWN_OF_RULE ? [] : linesOf(conflict, paint);
  });
  const more = [...shown].filter(([, count]) => count > SHOWN_OF_RULE);
  return [
    ...lines,
    ...more.map(([rule, count]) => `… and ${count - SHOWN_OF_RULE} more of ${rule}`),
    countLine(conflicts, open),
  ];
}

/** Everything that is known of one. */
export function renderConflict(conflict: Conflict, paint: Paint): readonly string[] {
  const { conflictId, status, reason, places, firstSeen, lastSeen } = conflict;
  return [
    ...linesOf(conflict, paint),
    ...places.map(
      (place) => `  ${placeText(place)}${place.key === undefined ? "" : `  ${plain(place.key)}`}`,
    ),
    `id         ${conflictId}`,
    `status     ${status}${reason === undefined ? "" : `: ${reason}`}`,
    `first seen ${firstSeen}`,
    `last seen  ${lastSeen}`,
  ];
}

function linesOf(
  { severity, rule, message, hint, places: [first] }: Conflict,
  paint: Paint,
): readonly string[] {
  const place = first === undefined ? "" : `${placeText(first)}: `;
  return [
    `${paint(COLOURS[severity], severity)} ${place}${plain(message)} [${rule}]`,
    paint("dim", `  ${plain(hint)}`),
  ];
}

function placeText({ file, line }: ConflictPlace): string {
  return line === undefined ? plain(file) : `${plain(file)}:${line}`;
}

function countLine(all: readonly Conflict[], open: readonly Conflict[]): string {
  const severities: readonly ConflictSeverity[] = ["critical", "high", "medium", "low"];
  const counts = severities.flatMap((severity) => {
    const count = open.filter((conflict) => conflict.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  const ignored = all.filter(({ status }) => status === "ignored").length;
  const rest = ignored === 0 ? "" : `; ${ignored} ignored`;
  return `${open.length} ${open.length === 1 ? "conflict" : "conflicts"}${counts.length === 0 ? "" : `: ${counts.join(", ")}`}${rest}`;
}
