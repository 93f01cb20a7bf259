import type { ConfigDifference, ConfigExplanation, ConfigReport } from "../../api/types.ts";
import type { ConfigEntry } from "../../model/config-entry.ts";
import type { Paint } from "./paint.ts";
import { renderTable } from "./table.ts";

const SHOWN_WARNINGS = 5;

/** One line a value: key, value, environment, place. */
export function renderEntries(entries: readonly ConfigEntry[], paint: Paint): readonly string[] {
  const rows = entries.map((entry) => [
    entry.key,
    entry.isSecret ? paint("dim", valueOf(entry)) : valueOf(entry),
    entry.environment,
    paint("dim", placeOf(entry)),
  ]);
  const secrets = entries.filter(({ isSecret }) => isSecret).length;
  return [...renderTable(rows), `${entries.length} values, ${secrets} of them secret`];
}

/** Every candidate, the one that holds marked, each with its reason. */
export function renderExplanation(explanation: ConfigExplanation, paint: Paint): readonly string[] {
  const { key, environment, scope, winner, candidates, otherScopes } = explanation;
  const rows = candidates.map(({ entry, reason }) => [
    entry === winner ? paint("green", "→") : " ",
    valueOf(entry),
    entry.layer,
    entry.environment,
    placeOf(entry),
    paint("dim", reason),
  ]);
  const elsewhere =
    otherScopes.length === 0 ? [] : [`also set, for themselves alone, by: ${otherScopes.join(", ")}`];
  return [`${key} for ${environment} in ${scope}`, ...renderTable(rows), ...elsewhere];
}

/** Keys that differ, with both values. */
export function renderDifferences(
  differences: readonly ConfigDifference[],
  [first, second]: readonly [string, string],
  paint: Paint,
): readonly string[] {
  const side = (entry: ConfigEntry | undefined) =>
    entry === undefined ? paint("dim", "(not set)") : valueOf(entry);
  const rows = differences.map(({ key, scope, before, after }) => [
    key,
    side(before),
    side(after),
    paint("dim", scope),
  ]);
  const header = ["key", first, second, "folder"].map((title) => paint("bold", title));
  return [...renderTable(rows.length === 0 ? [] : [header, ...rows]), `${differences.length} differences`];
}

/** What is wrong, a line and a remedy each; then what there is. */
export function renderValidation(
  { entries, errors, warnings }: ConfigReport,
  paint: Paint,
): readonly string[] {
  const toLines = (label: string) => (found: ConfigReport["errors"][number]) => {
    const { file, line, message, rule, hint } = found;
    const place = `${file ?? "environment"}${line === undefined ? "" : `:${line}`}`;
    return [`${label} ${place}: ${message} [${rule}]`, paint("dim", `  ${hint}`)];
  };
  const wrong = [
    ...errors.flatMap(toLines(paint("red", "error"))),
    ...warnings.slice(0, SHOWN_WARNINGS).flatMap(toLines(paint("yellow", "warning"))),
    ...(warnings.length > SHOWN_WARNINGS ? [`… and ${warnings.length - SHOWN_WARNINGS} more warnings`] : []),
  ];
  const files = new Set(entries.flatMap(({ source }) => source.file ?? [])).size;
  const secrets = entries.filter(({ isSecret }) => isSecret).length;
  const count = `${entries.length} values of the process and ${files} files, ${secrets} of them secret`;
  return [...wrong, `${count}; ${errors.length === 0 ? "nothing is wrong" : `${errors.length} errors`}`];
}

/** A value on one line; of a secret what kind it is, and how long. */
export function valueOf({ value, secret, isUnset }: ConfigEntry): string {
  if (isUnset === true) return "(no value)";
  if (secret !== undefined) return `(secret: ${secret.kind}, ${secret.length} characters)`;
  if (typeof value === "string" && !/[\p{Cc}\p{Cf}]/u.test(value)) return value;
  return JSON.stringify(value);
}

/** The value itself, a secret's too, where it was asked for. */
export function revealedOf({ secret: _, ...entry }: ConfigEntry): string {
  return valueOf(entry);
}

/** `file:line`, or the process. */
function placeOf({ source }: ConfigEntry): string {
  if (source.kind === "command_line") return "command line";
  if (source.kind === "set" && source.file === undefined) return "kept apart by config set";
  if (source.file === undefined) return "environment of this process";
  return source.line === undefined ? source.file : `${source.file}:${source.line}`;
}
