/** The 17 resource types of the guide. A project may add its own in `orchestra.config`. */
export const RESOURCE_TYPES = [
  "cli_tool",
  "api_client",
  "sdk",
  "gcp_service",
  "gcp_api",
  "github_action",
  "codespace",
  "container",
  "local_service",
  "credential",
  "service_account",
  "access_token",
  "config",
  "document",
  "terraform",
  "ai_model",
  "ai_tool",
] as const;

/** A type that `orchestra` itself reports. */
type KnownResourceType = (typeof RESOURCE_TYPES)[number];

/** A known type, or one that a project named itself. */
export type ResourceType = KnownResourceType | (string & {});

/** The six statuses of the guide. `unknown` means "could not be asked", never "not there". */
export const RESOURCE_STATUSES = [
  "available",
  "unavailable",
  "degraded",
  "unknown",
  "missing",
  "unauthorized",
] as const;

export type ResourceStatus = (typeof RESOURCE_STATUSES)[number];

/** The five priorities of the guide by name; a lower number is more important. */
export const RESOURCE_PRIORITIES = { critical: 0, high: 1, medium: 2, low: 3, optional: 4 } as const;

export type ResourcePriorityName = keyof typeof RESOURCE_PRIORITIES;

export type ResourcePriority = (typeof RESOURCE_PRIORITIES)[ResourcePriorityName];

/** The six environments of the guide: where the program runs; `all` is the fallback of each. */
export const RUN_ENVIRONMENTS = [
  "local",
  "codespaces",
  "gcp_cloud_run",
  "gcp_workstation",
  "ci_cd",
  "all",
] as const;

export type RunEnvironment = (typeof RUN_ENVIRONMENTS)[number];

/** A run environment, or a stage such as `production`: both are names in one open list. */
export type EnvironmentName = RunEnvironment | (string & {});
