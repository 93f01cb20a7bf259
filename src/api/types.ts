import type { Explanation } from "../config/explain.ts";
import type { ConfigValidation } from "../config/validate.ts";
import type { ConfigEntry, ConfigSourceKind } from "../model/config-entry.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { JsonObject } from "../model/json.ts";
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
  readonly conflictsCount: number;
  readonly initializationStatus?: {
    readonly resourceRegistry: {
      readonly discoveredResources: number;
      readonly availableResources: number;
      /** Known not to work: missing, unavailable, unauthorized. Unknown is counted apart. */
      readonly unavailableResources: number;
      readonly unknownResources: number;
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
}

/** A key whose value is not the same in two environments; a side is absent where nothing sets it. */
export interface ConfigDifference {
  readonly key: string;
  readonly scope: string;
  readonly before?: ConfigEntry;
  readonly after?: ConfigEntry;
}

/** One door to everything that is known of a project and its machine. */
export interface Orchestra {
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
  /** Checks `.env` files against their templates and for keys that stand twice. */
  validateConfiguration(): Promise<ConfigReport>;
  diffConfiguration(first: EnvironmentName, second: EnvironmentName): Promise<readonly ConfigDifference[]>;
  /** Lets this user's runs execute the project's settings file as it is now; gives its name. */
  trustConfig(): Promise<string>;
  /** Milliseconds since 1970, by the clock that stamps observations. */
  now(): number;
}
