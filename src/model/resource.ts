import { z } from "zod";
import type { JsonObject, JsonValue } from "./json.ts";
import type { EnvironmentName, ResourcePriority, ResourceStatus, ResourceType } from "./resource-values.ts";

/** Where a fact was seen. */
export interface ResourceSource {
  /** Id of the detector that reported it; `user` when a person registered it. */
  readonly detector: string;
  /** Relative to the project's root with `/`; `~/…` inside the home folder; else absolute. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
}

/** Something that a person, a script or an assistant can work with here. */
export interface Resource {
  /** `name:type:environment`. */
  readonly id: string;
  readonly name: string;
  readonly resourceType: ResourceType;
  readonly environment: EnvironmentName;
  /** How to reach it: a path, a URL, a command. Never a secret. */
  readonly accessPattern: string;
  readonly description: string;
  readonly version?: string;
  readonly status: ResourceStatus;
  /** Why the status is not `available`, in one sentence. */
  readonly statusReason?: string;
  readonly priority: ResourcePriority;
  /** Names of other resources. */
  readonly dependencies: readonly string[];
  readonly tags: readonly string[];
  readonly metadata: JsonObject;
  readonly source: ResourceSource;
  /** When this was last seen to be so: ISO 8601, UTC. */
  readonly observedAt: string;
  /** For how long `observedAt` may be relied on. */
  readonly ttlSeconds: number;
}

/**
 * What a detector says of a resource; the registry adds id, detector, time and defaults.
 * Defaults: environment `all`, priority 2 (medium), empty lists, the detector's own time to live.
 */
export interface ResourceDraft {
  readonly name: string;
  readonly resourceType: ResourceType;
  /** `machine` stands for the environment that the program runs in. */
  readonly environment?: EnvironmentName | "machine" | undefined;
  readonly accessPattern: string;
  readonly description: string;
  readonly version?: string | undefined;
  readonly status: ResourceStatus;
  readonly statusReason?: string | undefined;
  readonly priority?: ResourcePriority | undefined;
  readonly dependencies?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly metadata?: JsonObject | undefined;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
}

const jsonValueSchema: z.ZodType<JsonValue> = z.json();

const resourceSourceSchema = z.object({
  detector: z.string().min(1),
  file: z.string().exactOptional(),
  line: z.int().positive().exactOptional(),
});

export const resourcePrioritySchema = z.union([
  z.literal(0),
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
]);

export const resourceStatusSchema = z.enum([
  "available",
  "unavailable",
  "degraded",
  "unknown",
  "missing",
  "unauthorized",
]);

/** A resource as `.orchestra/` keeps it and `--json` prints it. */
export const resourceSchema: z.ZodType<Resource> = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  resourceType: z.string().min(1),
  environment: z.string().min(1),
  accessPattern: z.string(),
  description: z.string(),
  version: z.string().exactOptional(),
  status: resourceStatusSchema,
  statusReason: z.string().exactOptional(),
  priority: resourcePrioritySchema,
  dependencies: z.array(z.string()),
  tags: z.array(z.string()),
  metadata: z.record(z.string(), jsonValueSchema),
  source: resourceSourceSchema,
  observedAt: z.iso.datetime(),
  ttlSeconds: z.number().nonnegative(),
});
