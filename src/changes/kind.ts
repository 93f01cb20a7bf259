import type { JsonObject, JsonValue } from "../model/json.ts";
import type { Contents } from "./contents.ts";
import type { Effect } from "./effects.ts";
import type { View } from "./view.ts";
import type { World } from "./world.ts";

/** A step that is carried out. */
export interface RunningStep {
  /** As the plan holds them: contents by their ids. */
  readonly params: JsonObject;
  /** Of a kind that is about files: what it does to the tree. */
  readonly effects: readonly Effect[];
  /** Names of its own in the staging folder begin so. */
  readonly slot: string;
  readonly world: World;
}

/** One kind of change. What cannot be done throws an `OrchestraError`; everything else that is thrown is a bug. */
export interface ChangeKind {
  readonly kind: string;
  /** Checks the params and takes contents out of them. Throws `PLAN_INVALID`. */
  seal(params: JsonObject, contents: Contents): JsonObject;
  /** What it does, in one sentence without any value. */
  describe(params: JsonObject): string;
  /**
   * What it does to the tree, as the tree stands after the steps before it: undefined for a kind that is not about
   * files. Throws `PLAN_REFUSED` where it cannot be done.
   */
  readonly effects?: (params: JsonObject, view: View) => readonly Effect[];
  /** Throws `PLAN_REFUSED` where it cannot be done now; changes nothing. */
  precheck(step: RunningStep): void | Promise<void>;
  /** What `revert` needs; it is on the disk before `apply` is called. */
  capture(step: RunningStep): JsonValue | Promise<JsonValue>;
  apply(step: RunningStep, captured: JsonValue): void | Promise<void>;
  /** Throws `CHANGE_FAILED` where it was not done. */
  verify(step: RunningStep, captured: JsonValue): void | Promise<void>;
  /** Takes it back, whole, half or not begun. Throws where it cannot. */
  revert(step: RunningStep, captured: JsonValue): void | Promise<void>;
}
