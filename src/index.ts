export { createOrchestra } from "./api/orchestra.ts";
export { getApi, getRegistry, initializeSystem } from "./api/default.ts";
export type { ResourceRegistry } from "./api/registry-facade.ts";
export type {
  ConfigDifference,
  ConfigExplanation,
  ConfigFilter,
  ConfigReport,
  Orchestra,
  OrchestraOptions,
  ResourceFilter,
  ResourceInput,
  SystemState,
} from "./api/types.ts";
export { defineConfig } from "./api/define-config.ts";
export { CONFIG_LAYERS, CONFIG_SOURCE_KINDS } from "./model/config-entry.ts";
export type {
  ConfigEntry,
  ConfigLayer,
  ConfigSource,
  ConfigSourceKind,
  SecretFacts,
} from "./model/config-entry.ts";
export type { ConfigError, ConfigValidation } from "./config/validate.ts";
export type { ConfigCandidate } from "./config/explain.ts";
export type { Diagnostic } from "./model/diagnostic.ts";
export { OrchestraError } from "./model/errors.ts";
export type { OrchestraErrorCode } from "./model/errors.ts";
export type { CustomDetect, CustomDetectContext, ProjectConfigInput } from "./model/project-config.ts";
export type { Resource, ResourceSource } from "./model/resource.ts";
export {
  RESOURCE_PRIORITIES,
  RESOURCE_STATUSES,
  RESOURCE_TYPES,
  RUN_ENVIRONMENTS,
} from "./model/resource-values.ts";
export type {
  EnvironmentName,
  ResourcePriority,
  ResourceStatus,
  ResourceType,
  RunEnvironment,
} from "./model/resource-values.ts";
