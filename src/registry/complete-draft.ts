import type { JsonObject, JsonValue } from "../model/json.ts";
import type { EnvironmentName } from "../model/resource-values.ts";
import type { Resource, ResourceDraft } from "../model/resource.ts";
import type { Detector } from "./types.ts";

const LONGEST_TEXT = 1_000;

export interface CompletionFacts {
  readonly detector: Pick<Detector, "id" | "ttlSeconds">;
  /** Stands in for `machine`. */
  readonly environment: EnvironmentName;
  /** ISO 8601, UTC. */
  readonly observedAt: string;
}

/** Makes a resource of what a detector said: adds id, source, time and defaults, and takes out control characters. */
export function completeDraft(draft: ResourceDraft, facts: CompletionFacts): Resource {
  const name = cleanText(draft.name);
  const environment = draft.environment === "machine" ? facts.environment : (draft.environment ?? "all");
  return {
    id: resourceId(name, draft.resourceType, environment),
    name,
    resourceType: draft.resourceType,
    environment,
    accessPattern: cleanText(draft.accessPattern),
    description: cleanText(draft.description),
    ...(draft.version === undefined ? {} : { version: cleanText(draft.version) }),
    status: draft.status,
    ...(draft.statusReason === undefined ? {} : { statusReason: cleanText(draft.statusReason) }),
    priority: draft.priority ?? 2,
    dependencies: (draft.dependencies ?? []).map(cleanText),
    tags: (draft.tags ?? []).map(cleanText),
    metadata: cleanObject(draft.metadata ?? {}),
    source: {
      detector: facts.detector.id,
      ...(draft.file === undefined ? {} : { file: draft.file }),
      ...(draft.line === undefined ? {} : { line: draft.line }),
    },
    observedAt: facts.observedAt,
    ttlSeconds: facts.detector.ttlSeconds,
  };
}

/** The id that the guide gives a resource. */
export function resourceId(name: string, resourceType: string, environment: string): string {
  return `${name}:${resourceType}:${environment}`;
}

/** Files are untrusted: what comes out of them holds no control or direction-changing characters and has an end. */
function cleanText(text: string): string {
  const visible = text.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, " ").trim();
  return visible.length > LONGEST_TEXT ? `${visible.slice(0, LONGEST_TEXT)}…` : visible;
}

function cleanObject(value: JsonObject): JsonObject {
  const members = Object.entries(value).flatMap(([key, member]) =>
    member === undefined ? [] : [[cleanText(key), cleanValue(member)] as const],
  );
  return Object.fromEntries(members);
}

function cleanValue(value: JsonValue): JsonValue {
  if (typeof value === "string") return cleanText(value);
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return value.map(cleanValue);
  return cleanObject(value);
}

function isList(value: readonly JsonValue[] | JsonObject): value is readonly JsonValue[] {
  return Array.isArray(value);
}
