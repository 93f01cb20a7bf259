export { createOrchestra } from "./api/orchestra.ts";
export {
  cleanupArtifacts,
  detectConflicts,
  getApi,
  getManager,
  getRegistry,
  getResolver,
  initializeSystem,
} from "./api/default.ts";
export { createConfigurationManager } from "./api/configuration/manager.ts";
export type { ConfigurationManager } from "./api/configuration/manager.ts";
export { createConflictResolver } from "./api/conflicts/resolver.ts";
export type { ConflictResolver, ConflictToResolve } from "./api/conflicts/resolver.ts";
export type { ResourceRegistry } from "./api/registry-facade.ts";
export type {
  ConfigDifference,
  ConfigExport,
  ConfigExplanation,
  ConfigFilter,
  ConfigImport,
  ConfigPriorityName,
  ConfigReading,
  ConfigReport,
  ExportOptions,
  Orchestra,
  OrchestraOptions,
  ResourceFilter,
  ResourceInput,
  SetOptions,
  SystemState,
} from "./api/types.ts";
export type {
  CleanupOptions,
  CleanupReport,
  EmptyReport,
  RestoreReport,
  TrashEntry,
} from "./api/cleanup/types.ts";
export type { Artifact } from "./model/cleanup.ts";
export type { ConflictFilter, ConflictRuleInfo, DetectOptions } from "./api/conflicts/types.ts";
export type {
  ApplyOptions,
  ChangeMethods,
  PlannedChanges,
  RecoverySummary,
  UndoReport,
} from "./api/changes/types.ts";
export type {
  ApplyResolutionOptions,
  ResolutionMethods,
  ResolutionRequest,
  ResolveOptions,
} from "./api/resolution/types.ts";
export { defineConfig } from "./api/define-config.ts";
export { CONFIG_LAYERS, CONFIG_SOURCE_KINDS } from "./model/config-entry.ts";
export type {
  ConfigEntry,
  ConfigLayer,
  ConfigSource,
  ConfigSourceKind,
  SecretFacts,
  VariableDeclaration,
} from "./model/config-entry.ts";
export type { ConfigError, ConfigRule, ConfigValidation } from "./config/validation/types.ts";
export { EXPORT_FORMATS } from "./config/formats/types.ts";
export type { ExportFormat, LeftOut } from "./config/formats/types.ts";
export type { UsageLanguage, VariableUsage } from "./config/usages/types.ts";
export type { ConfigCandidate } from "./config/explain.ts";
export {
  CONFLICT_SEVERITIES,
  CONFLICT_STATUSES,
  CONFLICT_TYPES,
  RESOLUTION_STRATEGIES,
} from "./model/conflict.ts";
export type {
  Conflict,
  ConflictFinding,
  ConflictPlace,
  ConflictSeverity,
  ConflictStatus,
  ConflictType,
  ResolutionStrategy,
  Silencer,
} from "./model/conflict.ts";
export type { Diagnostic } from "./model/diagnostic.ts";
export { OrchestraError } from "./model/errors.ts";
export type { OrchestraErrorCode } from "./model/errors.ts";
export { CHANGE_KINDS, PLAN_OUTCOMES, STEP_OUTCOMES } from "./model/plan.ts";
export type {
  Change,
  ChangeKindName,
  Execution,
  HistoryEntry,
  Plan,
  PlanInput,
  PlanOutcome,
  PlanStep,
  StepInput,
  StepOutcome,
  StepReport,
} from "./model/plan.ts";
export { RESOLUTION_STATUSES } from "./model/resolution.ts";
export type {
  PlannedResolution,
  RefusedConflict,
  Resolution,
  ResolutionStatus,
  ResolvedConflict,
} from "./model/resolution.ts";
export type { Snapshot } from "./model/snapshot.ts";
export type {
  ConfigCheck,
  CustomChangeContext,
  CustomChangeFunction,
  CustomChangeKind,
  CustomDetect,
  CustomDetectContext,
  CustomRule,
  ProjectConfigInput,
} from "./model/project-config.ts";
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
