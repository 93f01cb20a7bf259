import { isStale } from "../../model/time.ts";
import type { Resource } from "../../model/resource.ts";
import { RESOURCE_STATUSES, type ResourceStatus } from "../../model/resource-values.ts";
import { statusStyle, type Paint } from "./paint.ts";
import { renderTable } from "./table.ts";

export interface RenderOptions {
  readonly paint: Paint;
  readonly nowMs: number;
}

const NOT_WELL: readonly ResourceStatus[] = ["missing", "unauthorized", "degraded"];

/** First what is not well, then how many there are of each type, then the sum. */
export function renderSummary(resources: readonly Resource[], options: RenderOptions): readonly string[] {
  const troubled = resources.filter((resource) => isTroubled(resource, options.nowMs));
  const lines =
    troubled.length === 0
      ? []
      : [options.paint("bold", "Not well"), ...renderTroubled(troubled, options), ""];
  return [...lines, ...renderCounts(resources, options), countLine(resources)];
}

/** Every resource on a line of its own under its type, what is not well first. */
export function renderList(resources: readonly Resource[], options: RenderOptions): readonly string[] {
  const lines: string[] = [];
  for (const [type, members] of groupByType(resources)) {
    const rows = sortForReading(members, options.nowMs).map((resource) => resourceRow(resource, options));
    lines.push(options.paint("bold", type), ...renderTable(rows).map((line) => `  ${line}`), "");
  }
  return [...lines, countLine(resources)];
}

/** Everything that is known of one resource. */
export function renderDetails(resource: Resource, options: RenderOptions): readonly string[] {
  const { source } = resource;
  const place = source.file === undefined ? "" : ` in ${placeOf(resource)}`;
  const rows = [
    ["id", resource.id],
    ["type", resource.resourceType],
    ["status", paintStatus(resource, options)],
    ["reason", resource.statusReason ?? ""],
    ["version", resource.version ?? ""],
    ["access", resource.accessPattern],
    ["description", resource.description],
    ["environment", resource.environment],
    ["priority", String(resource.priority)],
    ["tags", resource.tags.join(", ")],
    ["depends on", resource.dependencies.join(", ")],
    ["seen by", `${source.detector}${place}`],
    ["seen at", `${resource.observedAt} (holds for ${resource.ttlSeconds} s)`],
    ...Object.entries(resource.metadata).map(([key, value]) => [key, JSON.stringify(value)]),
  ];
  return renderTable(rows.filter(([, value]) => value !== ""));
}

function renderTroubled(resources: readonly Resource[], options: RenderOptions): readonly string[] {
  const rows = sortForReading(resources, options.nowMs).map((resource) => [
    `  ${paintStatus(resource, options)}`,
    resource.resourceType,
    resource.name,
    resource.statusReason ?? "",
    placeOf(resource),
  ]);
  return renderTable(rows);
}

function renderCounts(resources: readonly Resource[], options: RenderOptions): readonly string[] {
  const rows = [...groupByType(resources)].map(([type, members]) => [
    options.paint("bold", type),
    String(members.length),
    describeStatuses(members),
  ]);
  return rows.length === 0 ? [] : [...renderTable(rows), ""];
}

function countLine(resources: readonly Resource[]): string {
  const noun = resources.length === 1 ? "resource" : "resources";
  const statuses = describeStatuses(resources);
  return `${resources.length} ${noun}${statuses === "" ? "" : `: ${statuses}`}`;
}

function describeStatuses(resources: readonly Resource[]): string {
  const counts = RESOURCE_STATUSES.map((status) => ({
    status,
    count: resources.filter((resource) => resource.status === status).length,
  }));
  return counts
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${status}`)
    .join(", ");
}

function resourceRow(resource: Resource, options: RenderOptions): readonly string[] {
  const reason = resource.statusReason === undefined ? "" : `(${resource.statusReason})`;
  return [
    paintStatus(resource, options),
    resource.name,
    resource.version ?? "",
    resource.environment,
    placeOf(resource),
    options.paint("dim", reason),
  ];
}

function paintStatus(resource: Resource, options: RenderOptions): string {
  const shown = isStale(resource, options.nowMs) ? `${resource.status} (stale)` : resource.status;
  return options.paint(statusStyle(resource.status), shown);
}

function placeOf(resource: Resource): string {
  const { file, line } = resource.source;
  if (file === undefined) return resource.accessPattern;
  return line === undefined ? file : `${file}:${line}`;
}

function isTroubled(resource: Resource, nowMs: number): boolean {
  return NOT_WELL.includes(resource.status) || isStale(resource, nowMs);
}

/** What is not well comes first, worst first; the rest keeps its order. */
function sortForReading(resources: readonly Resource[], nowMs: number): readonly Resource[] {
  return resources.toSorted((a, b) => rankOf(a, nowMs) - rankOf(b, nowMs));
}

function rankOf(resource: Resource, nowMs: number): number {
  const rank = NOT_WELL.indexOf(resource.status);
  if (rank !== -1) return rank;
  return isStale(resource, nowMs) ? NOT_WELL.length : NOT_WELL.length + 1;
}

function groupByType(resources: readonly Resource[]): ReadonlyMap<string, readonly Resource[]> {
  const groups = new Map<string, Resource[]>();
  for (const resource of resources) {
    const group = groups.get(resource.resourceType);
    if (group === undefined) groups.set(resource.resourceType, [resource]);
    else group.push(resource);
  }
  return groups;
}
