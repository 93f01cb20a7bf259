import type { VariableUsage } from "../config/usages/types.ts";
import type { Explanation } from "../config/explain.ts";
import type { ConfigValidation } from "../config/validation/types.ts";
import type { ExportFormat, LeftOut } from "../config/formats/types.ts";
import type { ChangeMethods } from "./changes/types.ts";
import type { ResolutionMethods } from "./resolution/types.ts";
import type { CleanupMethods } from "./cleanup/types.ts";
import type { Conflict } from "../model/conflict.ts";
import type { ConflictFilter, ConflictRuleInfo, DetectOptions } from "./conflicts/types.ts";
import type { ConfigEntry, ConfigSourceKind } from "../model/config-entry.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { JsonObject, JsonValue } from "../model/json.ts";
import type {
  EnvironmentName,
  ResourcePriority,
  ResourcePriorityName,
  ResourceStatus,
  ResourceType,
} from "../model/resource-values.ts";
import type { Resource } from "../model/resource.ts";
import type { Platform } from "../platform/types.ts";

/** How an `Orchestra` is made. */
export interface OrchestraOptions {
  /** The project's folder; the working folder when left out. Throws `ROOT_NOT_FOUND` when it is no folder. */
  readonly root?: string;
  /** Overrides what is detected. */
  readonly environment?: EnvironmentName;
  /** Nothing beyond this machine is asked. */
  readonly offline?: boolean;
  /** All questions to local sockets together, in milliseconds; 500 when left out. */
  readonly serviceDeadlineMs?: number;
  /** Called while resources are discovered. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Where relative paths begin; the process's own when left out. */
  readonly workingFolder?: string;
  /** Environment variables; the process's own when left out. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Values that stand above all, as `--set KEY=VALUE` gives them. */
  readonly overrides?: Readonly<Record<string, string>>;
  /** Ends what waits. */
  readonly signal?: AbortSignal;
  /** The world; the real one when left out. */
  readonly platform?: Platform;
}

/** What `getResources` lists; every given condition must hold. An unknown value throws `USAGE`. */
export interface ResourceFilter {
  readonly resourceType?: ResourceType;
  readonly status?: ResourceStatus | (string & {});
  /** Also admits what holds in `all` environments. */
  readonly environment?: EnvironmentName;
  /** All of them must be there. */
  readonly tags?: readonly string[];
  /** At least this important: `high` admits `critical` too. */
  readonly priority?: ResourcePriority | ResourcePriorityName | (string & {});
}

/** A resource that a person or a program registers. */
export interface ResourceInput {
  readonly name: string;
  readonly resourceType: ResourceType;
  readonly environment: EnvironmentName;
  readonly accessPattern: string;
  readonly description?: string;
  readonly version?: string;
  readonly status?: ResourceStatus;
  readonly priority?: ResourcePriority | ResourcePriorityName | (string & {});
  readonly dependencies?: readonly string[];
  readonly tags?: readonly string[];
  readonly metadata?: JsonObject;
}

/** The guide's system state. */
export interface SystemState {
  /** ISO 8601, UTC; undefined before the first initialisation. */
  readonly initializedAt?: string;
  readonly updatedAt: string;
  /** Parts that are at work; those of later versions are false. */
  readonly components: {
    readonly resourceRegistry: boolean;
    readonly configManager: boolean;
    readonly conflictResolver: boolean;
    readonly mcpClient: boolean;
  };
  readonly environment: EnvironmentName;
  /** Which variable or option decided the environment. */
  readonly environmentEvidence: string;
  readonly root: string;
  /** Grows with each change of facts. */
  readonly generation: number;
  readonly resourcesCount: number;
  readonly configsCount: number;
  /** Known and not resolved, as the latest detection left them. */
  readonly conflictsCount: number;
  readonly initializationStatus?: {
    readonly resourceRegistry: {
      readonly discoveredResources: number;
      readonly availableResources: number;
      /** Known not to work: missing, unavailable, unauthorized. Unknown is counted apart. */
      readonly unavailableResources: number;
      readonly unknownResources: number;
    };
    readonly configManager: {
      readonly discoveredConfigs: number;
      readonly isValid: boolean;
      /** One sentence each, without any value. */
      readonly errors: readonly string[];
    };
    /** As the latest detection left them. */
    readonly conflictResolver: {
      readonly detectedConflicts: number;
      readonly pendingConflicts: number;
      readonly resolvedConflicts: number;
    };
  };
}

/** What `listConfiguration` gives; every given condition must hold. An unknown source throws `USAGE`. */
export interface ConfigFilter {
  /** Also admits what holds in `all` environments; a stage may be given by an alias such as `prod`. */
  readonly environment?: EnvironmentName;
  /** Begin of the key, in any spelling. */
  readonly prefix?: string;
  readonly source?: ConfigSourceKind | (string & {});
  /** Folder, relative to the root. */
  readonly scope?: string;
}

/** Which value of a key holds, and what every other one lost to. */
export type ConfigExplanation = Explanation;

/** The whole configuration, and what is really wrong with it. */
export interface ConfigReport extends ConfigValidation {
  readonly entries: readonly ConfigEntry[];
  /** Where code reads environment variables. */
  readonly usages: readonly VariableUsage[];
}

/** A key whose value is not the same in two environments; a side is absent where nothing sets it. */
export interface ConfigDifference {
  readonly key: string;
  readonly scope: string;
  readonly before?: ConfigEntry;
  readonly after?: ConfigEntry;
}

/** For which environment and folder a value is set, and how much it matters. */
export interface SetOptions {
  /** Where the process runs when left out; a stage may be given by an alias. */
  readonly environment?: EnvironmentName;
  /** Folder, relative to the root; the root when left out. */
  readonly scope?: string;
  /** Settles what the layers leave equal: `critical` … `default`, or 0 … 4; 2 when left out. */
  readonly priority?: ResourcePriority | ConfigPriorityName | (string & {});
  /** True for a value that is secret though nothing tells it. */
  readonly isSecret?: boolean;
}

/** The guide's priorities of configuration, 0 to 4. */
export type ConfigPriorityName = "critical" | "high" | "medium" | "low" | "default";

/** What is written, and whether secrets are. */
export interface ExportOptions {
  /** Told by the file's name when left out, else `json`. Throws `USAGE` for another. */
  readonly format?: ExportFormat | (string & {});
  readonly environment?: EnvironmentName;
  readonly scope?: string;
  readonly prefix?: string;
  /** Writes the values of secrets too. */
  readonly reveal?: boolean;
  /** Replaces a file that is there; without it that is `EXPORT_EXISTS`. */
  readonly overwrite?: boolean;
}

/** What was written. */
export interface ConfigExport {
  readonly format: ExportFormat;
  /** The whole file; it holds secrets where they were asked for. */
  readonly text: string;
  /** Keys that were written. */
  readonly keys: readonly string[];
  /** Keys of which the name alone was written. */
  readonly hidden: readonly string[];
  /** Keys that the format cannot hold. */
  readonly leftOut: readonly LeftOut[];
}

/** What was imported, by key. */
export interface ConfigImport {
  readonly imported: readonly string[];
  /** Keys without a value, as an export without secrets writes them. */
  readonly skipped: readonly string[];
}

/** A value, and what it becomes when the names in it are put in. */
export interface ConfigReading {
  readonly entry: ConfigEntry;
  /** Of `.env` values with `$NAME` in them; absent where nothing is put in, or a secret would be. */
  readonly expandedValue?: string;
  /** True where a secret would be put in. */
  readonly needsSecret?: boolean;
}

/** One door to everything that is known of a project and its machine. */
export interface Orchestra extends ChangeMethods, CleanupMethods, ResolutionMethods {
  /** Absolute. */
  readonly root: string;
  readonly environment: EnvironmentName;
  /** What went wrong on the way in the latest operation, sorted, each once. */
  readonly diagnostics: readonly Diagnostic[];
  /** What detectors threw in the latest operation. */
  readonly failures: readonly unknown[];
  /** Lays `.orchestra/` and discovers. */
  initializeSystem(): Promise<SystemState>;
  /** With fresh counts. */
  getSystemState(): Promise<SystemState>;
  /** Runs every detector and keeps what they found; gives all that concerns this environment, sorted. */
  discoverResources(): Promise<readonly Resource[]>;
  /** What is known of this environment, without looking again. */
  getCurrentResources(): Promise<readonly Resource[]>;
  /** What is known, without looking again. */
  getResources(filter?: ResourceFilter): Promise<readonly Resource[]>;
  getResource(id: string): Promise<Resource | undefined>;
  /** Asks resources again, all or those of the ids given, and keeps the answers. Throws `RESOURCE_NOT_FOUND`. */
  verifyResources(ids?: readonly string[]): Promise<Readonly<Record<string, ResourceStatus>>>;
  /** Keeps a resource until it is unregistered; one of the same id is replaced. Throws `RESOURCE_INVALID`. */
  registerResource(input: ResourceInput): Promise<Resource>;
  /** Registers what a JSON file holds: one resource or a list of them. All or none. */
  registerFile(path: string): Promise<readonly Resource[]>;
  /** False when nothing of this id was registered. Throws `RESOURCE_NOT_REMOVABLE` for a discovered one. */
  unregisterResource(id: string): Promise<boolean>;
  /** Every value of process and files, with its place; secrets as fingerprints alone. Read afresh. */
  listConfiguration(filter?: ConfigFilter): Promise<readonly ConfigEntry[]>;
  /** The entry that holds in this environment; undefined where nothing does, or two places disagree. */
  getConfiguration(key: string, place?: Pick<ConfigFilter, "scope">): Promise<ConfigEntry | undefined>;
  /** Every candidate in order of precedence. Throws `CONFIG_KEY_NOT_FOUND`. */
  explainConfiguration(key: string, place?: Pick<ConfigFilter, "scope">): Promise<ConfigExplanation>;
  /**
   * The value that holds with the names in it put in; a secret's value only with `reveal`. Throws
   * `CONFIG_KEY_NOT_FOUND` and `CONFIG_AMBIGUOUS`.
   */
  readConfiguration(
    key: string,
    place?: Pick<ConfigFilter, "scope"> & { readonly reveal?: boolean },
  ): Promise<ConfigReading>;
  /** What holds here, by key; secrets are left out. */
  getAllConfiguration(prefix?: string): Promise<Readonly<Record<string, JsonValue>>>;
  /** Keeps a value above all files. Throws `CONFIG_VALUE_INVALID` where the project's schema refuses it. */
  setConfiguration(key: string, value: JsonValue, options?: SetOptions): Promise<ConfigEntry>;
  /** Forgets what was set, for all environments when none is given; gives how many values went. */
  unsetConfiguration(key: string, options?: Pick<SetOptions, "environment" | "scope">): Promise<number>;
  /** Writes what holds to a file, or gives its text alone when no path is given. Throws `EXPORT_EXISTS`. */
  exportConfiguration(path?: string, options?: ExportOptions): Promise<ConfigExport>;
  /** Sets everything that a file holds, all or nothing. Throws `USAGE` with file and line. */
  importConfiguration(path: string, options?: SetOptions): Promise<ConfigImport>;
  /** The JSON Schema in force; undefined where the project has none. */
  getConfigurationSchema(): Promise<object | undefined>;
  /** Checks values against templates, schemas, Terraform's types and each other. */
  validateConfiguration(): Promise<ConfigReport>;
  diffConfiguration(first: EnvironmentName, second: EnvironmentName): Promise<readonly ConfigDifference[]>;
  /**
   * What contradicts what, now, the worst first; ignored ones are marked. Throws `USAGE` for a rule or revision that
   * does not exist, `CONFIG_INVALID` for broken settings.
   */
  detectConflicts(options?: DetectOptions): Promise<readonly Conflict[]>;
  /** What is known, without looking again; resolved ones among it. */
  getAllConflicts(filter?: ConflictFilter): Promise<readonly Conflict[]>;
  getConflict(id: string): Promise<Conflict | undefined>;
  /** Every rule, those of the project's own among them. */
  getConflictRules(): Promise<readonly ConflictRuleInfo[]>;
  /** Lets a conflict be, for a reason. Throws `CONFLICT_NOT_FOUND`. */
  ignoreConflict(id: string, reason: string): Promise<Conflict>;
  /** Lets this user's runs execute the project's settings file as it is now; gives its name. */
  trustConfig(): Promise<string>;
  /** Runs several operations over one listing of the tree: no file is read twice on the way. */
  inOneLook<T>(work: () => Promise<T>): Promise<T>;
  /** Milliseconds since 1970, by the clock that stamps observations. */
  now(): number;
}
