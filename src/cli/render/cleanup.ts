import type { CleanupReport, TrashEntry } from "../../api/cleanup/types.ts";
import type { Artifact } from "../../model/cleanup.ts";
import type { Paint } from "./paint.ts";
import { plain } from "./plain.ts";
import { renderTable } from "./table.ts";

const UNITS = ["B", "KB", "MB", "GB", "TB"] as const;

/** What can go, the largest first, with the reason and the remedy below each; of what went, one line. */
export function renderCleanup(report: CleanupReport, paint: Paint): readonly string[] {
  const { dryRun, artifacts } = report;
  if (!dryRun) return [summaryOf(report)];
  const sorted = artifacts.toSorted((a, b) => b.bytes - a.bytes);
  const rows = renderTable(
    sorted.map(({ bytes, ageDays, kind, path }) => [
      formatBytes(bytes).padStart(8),
      `${ageDays} d`.padStart(6),
      kind,
      plain(path),
    ]),
  );
  const lines = rows.flatMap((row, at) => {
    const artifact = sorted[at];
    return artifact === undefined ? [row] : [row, paint("dim", `  ${whyOf(artifact)}`)];
  });
  const hint = artifacts.length === 0 ? "" : "; --apply puts them into .orchestra/trash";
  return [...lines, `${countOf(report)}${hint}`];
}

/** A line a clean-up, then how many there are. */
export function renderTrash(entries: readonly TrashEntry[]): readonly string[] {
  const rows = entries.map(({ id, at, artifacts, bytes }) => [
    id,
    at.slice(0, 16).replace("T", " "),
    formatBytes(bytes),
    `${artifacts.length} ${artifacts.length === 1 ? "artifact" : "artifacts"}`,
  ]);
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const count = `${entries.length} ${entries.length === 1 ? "clean-up" : "clean-ups"}`;
  return [...renderTable(rows), `${count} in the trash, ${formatBytes(bytes)}`];
}

/** `1.2 GB`, in steps of 1,024. */
export function formatBytes(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1_024 && unit < UNITS.length - 1) {
    size /= 1_024;
    unit += 1;
  }
  return `${unit === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${UNITS[unit] ?? "B"}`;
}

function summaryOf(report: CleanupReport): string {
  const { artifacts, failed, movedTo } = report;
  const rest = failed.length === 0 ? "" : `; ${failed.length} could not be moved`;
  if (artifacts.length === 0) return `nothing to clean up${rest}`;
  if (movedTo === undefined) return `removed ${countOf(report)}${rest}`;
  return `put ${countOf(report)} into ${movedTo}; \`orchestra cleanup restore --last\` brings them back${rest}`;
}

function countOf({ artifacts, bytes }: CleanupReport): string {
  return `${artifacts.length} ${artifacts.length === 1 ? "artifact" : "artifacts"}, ${formatBytes(bytes)}`;
}

function whyOf({ reason, restoredBy, kept }: Artifact): string {
  const stays =
    kept.length === 0 ? "" : `; stays: ${kept.slice(0, 5).map(plain).join(", ")}${more(kept.length)}`;
  const back = restoredBy.startsWith("nothing: ")
    ? `does not come back: ${restoredBy.slice("nothing: ".length)}`
    : `comes back by: ${restoredBy}`;
  return `${plain(reason)}; ${back}${stays}`;
}

function more(count: number): string {
  return count > 5 ? ` and ${count - 5} more` : "";
}
