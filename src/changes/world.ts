import type { JsonObject, JsonValue } from "../model/json.ts";
import type { HeldFolder, HeldStat } from "../platform/edit-types.ts";
import type { Platform } from "../platform/types.ts";
import type { ContentKey, Contents } from "./contents.ts";
import type { ChangeKind } from "./kind.ts";
import type { Tree } from "./tree.ts";

/** What kinds of change that are not about files ask of the rest of the program. */
export interface ChangeServices {
  /** What stands in the place of a value that is to be set, as `restoreConfig` wants it. */
  captureConfig(params: JsonObject): Promise<JsonValue>;
  /** Params of a `set_config`. Throws `CONFIG_VALUE_INVALID`. */
  setConfig(params: JsonObject): Promise<void>;
  restoreConfig(captured: JsonValue): Promise<void>;
  /** What is registered under the same id, as `restoreResource` wants it. */
  captureResource(params: JsonObject): Promise<JsonValue>;
  /** Params of a `register_resource`. Throws `RESOURCE_INVALID`. */
  registerResource(params: JsonObject): Promise<void>;
  restoreResource(captured: JsonValue): Promise<void>;
}

/** What became of an execution that was killed. */
export interface RecoveryReport {
  readonly executionId: string;
  readonly title: string;
  /** `finished`: everything had been done; `reverted`: everything was put back. */
  readonly outcome: "finished" | "reverted";
  /** Paths that somebody else changed since, and that were left as they are. */
  readonly left: readonly string[];
}

/** Everything that changes are made with; one for each project. */
export interface ChangeContext {
  readonly platform: Platform;
  /** Absolute, links followed. */
  readonly root: string;
  /** Absolute: `.orchestra`. */
  readonly stateFolder: string;
  /** Contents are named and sealed with it. */
  readonly key: ContentKey;
  /** Every kind by its name, those of the project's own among them. */
  readonly kinds: ReadonlyMap<string, ChangeKind>;
  readonly services: ChangeServices;
  readonly signal: AbortSignal;
  /** Tells that something happened that nobody asked for: an interrupted change was put right. */
  readonly onRecovered: (report: RecoveryReport) => void;
  /** Runs some work while no other process changes this project. Throws `LOCK_TIMEOUT`. */
  readonly withLock: <T>(work: () => Promise<T>) => Promise<T>;
}

/** What a step works with while a plan is carried out. */
export interface World {
  readonly context: ChangeContext;
  readonly tree: Tree;
  readonly contents: Contents;
  /** New files are made here, replaced ones are kept here, until all is done. */
  readonly staging: HeldFolder;
  /** How files stood when they were last looked at: what has the same times and size was not touched since. */
  readonly stats: Map<string, HeldStat | undefined>;
  /** Makes contents durable with the next `sync` of the pack. */
  readonly keep: (id: string) => void;
}
