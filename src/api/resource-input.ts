import { z } from "zod";
import { OrchestraError } from "../model/errors.ts";
import type { JsonObject, JsonValue } from "../model/json.ts";
import type { Resource } from "../model/resource.ts";
import { toTimestamp } from "../model/time.ts";
import { withoutUserInfo } from "../registry/clean-url.ts";
import { completeDraft } from "../registry/complete-draft.ts";
import { parsePriority } from "./filter.ts";

/** A person's word holds until it is verified or withdrawn; after a day its age is shown. */
const REGISTERED_TTL_SECONDS = 86_400;

const idPart = z.string().trim().min(1, "is empty").max(200, "is longer than 200 characters");

const inputSchema = z.strictObject({
  name: idPart,
  resourceType: idPart.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, "may hold letters, digits, _, . and -"),
  environment: idPart.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, "may hold letters, digits, _, . and -"),
  accessPattern: z.string().min(1, "is empty").max(2_000, "is longer than 2,000 characters"),
  description: z.string().default(""),
  version: z.string().min(1).optional(),
  status: z.enum(["available", "unavailable", "degraded", "unknown", "missing", "unauthorized"]).optional(),
  priority: z.union([z.string(), z.number()]).optional(),
  dependencies: z.array(z.string()).optional(),
  tags: z.array(z.string()).optional(),
  metadata: z.record(z.string(), z.json()).optional(),
});

/** Checks what somebody registers and makes a resource of it. Throws `RESOURCE_INVALID` naming the member. */
export function resourceFromInput(input: unknown, nowMs: number): Resource {
  const checked = inputSchema.safeParse(input);
  if (!checked.success) throw invalid(checked.error.issues[0]);
  const { priority, status, ...rest } = checked.data;
  const draft = {
    ...rest,
    accessPattern: withoutUserInfo(rest.accessPattern),
    description: withoutUserInfo(rest.description),
    metadata: rest.metadata === undefined ? undefined : cleanObject(rest.metadata),
    status: status ?? "unknown",
    statusReason: status === undefined ? "registered, not verified yet" : undefined,
    priority: priority === undefined ? undefined : parsePriority(priority),
  };
  return completeDraft(draft, {
    detector: { id: "user", ttlSeconds: REGISTERED_TTL_SECONDS },
    environment: rest.environment,
    observedAt: toTimestamp(nowMs),
  });
}

/** Addresses stand in what somebody notes of a resource as well. */
function cleanObject(object: JsonObject): JsonObject {
  const entries = Object.entries(object).map(
    ([key, value]) => [key, value === undefined ? value : cleanValue(value)] as const,
  );
  return Object.fromEntries(entries);
}

function cleanValue(value: JsonValue): JsonValue {
  if (typeof value === "string") return withoutUserInfo(value);
  if (typeof value !== "object" || value === null) return value;
  return isJsonList(value) ? value.map(cleanValue) : cleanObject(value);
}

function isJsonList(value: JsonObject | readonly JsonValue[]): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function invalid(issue: z.core.$ZodIssue | undefined): OrchestraError {
  const member = issue === undefined || issue.path.length === 0 ? "the resource" : issue.path.join(".");
  return new OrchestraError("RESOURCE_INVALID", `${member}: ${issue?.message ?? "is not valid"}`, {
    hint: "A resource has name, resourceType, environment and accessPattern; docs/configuration.md lists the rest.",
  });
}
