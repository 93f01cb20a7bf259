import { z } from "zod";
import { OrchestraError } from "../model/errors.ts";
import type { JsonObject, JsonValue } from "../model/json.ts";
import type { Contents } from "./contents.ts";
import { effectSchema, type Effect } from "./effects.ts";
import type { ChangeKind, RunningStep } from "./kind.ts";
import { isSameState } from "./path-state.ts";
import { applyMove, applySet, isIt, spotOf } from "./swap.ts";
import { revertEffect } from "./unswap.ts";
import type { View } from "./view.ts";
import type { World } from "./world.ts";

const capturedSchema = z.object({ effects: z.array(effectSchema) });

/** What one kind of change to files has of its own. */
export interface FileKindOptions<P> {
  readonly kind: string;
  /** Of the params as a plan holds them. */
  readonly schema: z.ZodType<P>;
  /** Takes contents out of what a caller wrote; nothing when left out. */
  readonly seal?: (params: JsonObject, contents: Contents) => JsonObject;
  readonly describe: (params: P) => string;
  readonly effects: (params: P, view: View) => readonly Effect[];
}

/** A kind of change to files: told by its effects, all of them are made, checked and taken back in one way. */
export function createFileKind<P>(options: FileKindOptions<P>): ChangeKind {
  const { kind, schema, seal = (params) => params, describe, effects } = options;
  const read = (params: JsonObject) => parseParams(kind, schema, params);
  return {
    kind,
    seal: (params, contents) => {
      const sealed = seal(params, contents);
      read(sealed);
      return sealed;
    },
    describe: (params) => describe(read(params)),
    effects: (params, view) => effects(read(params), view),
    precheck: () => undefined,
    capture: ({ effects: done, world }) => {
      for (const effect of done) keepContents(effect, world);
      return toJson(done);
    },
    apply: (step) => eachEffect(step, applyEffect),
    verify: (step) => eachEffect(step, verifyEffect),
    revert: (step, captured) => {
      const done = readCaptured(captured);
      for (const [index, effect] of [...done.entries()].toReversed())
        revertEffect({ effect, slot: slotOf(step, index), world: step.world });
    },
  };
}

/** The effects that a journal kept. */
export function readCaptured(captured: JsonValue): readonly Effect[] {
  return capturedSchema.parse(captured).effects;
}

/** Where the files of one effect of a step are kept meanwhile. */
export function slotOf({ slot }: Pick<RunningStep, "slot">, index: number): string {
  return `${slot}-${index}`;
}

/** Throws `PLAN_INVALID` that names the kind, the member and what is wrong with it; never its value. */
export function parseParams<P>(kind: string, schema: z.ZodType<P>, params: JsonObject): P {
  const parsed = schema.safeParse(params);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const member = issue?.path.join(".") ?? "";
  throw new OrchestraError(
    "PLAN_INVALID",
    `a ${kind} is not right: ${member} ${issue?.message ?? ""}`.trim(),
    {
      hint: "docs/changes.md lists the kinds and their params.",
    },
  );
}

function eachEffect(
  step: RunningStep,
  work: (effect: Effect, step: RunningStep, index: number) => void,
): void {
  for (const [index, effect] of step.effects.entries()) {
    step.world.tree.relax();
    work(effect, step, index);
  }
}

function applyEffect(effect: Effect, step: RunningStep, index: number): void {
  const place = { slot: slotOf(step, index), world: step.world };
  if (effect.effect === "move") applyMove({ effect, ...place });
  else applySet({ effect, ...place });
}

/** By what the system says of it: that all bytes were written is what writing itself makes sure of. */
function verifyEffect(effect: Effect, { world }: RunningStep): void {
  if (effect.effect === "move") {
    const spot = spotOf(world, effect.to);
    if (!isIt(spot.folder.stat(spot.name), effect)) throw notDone(effect.to);
    return;
  }
  const { path, after } = effect;
  const stat = world.tree.stat(path);
  if ((stat?.kind ?? "absent") !== after.kind) throw notDone(path);
  if (after.kind === "file") {
    const length = world.contents.find(after.content)?.length;
    if (stat?.size !== length || stat?.mode !== after.mode) throw notDone(path);
  }
  if (after.kind === "link" && !isSameState(world.tree.read(path).state, after)) throw notDone(path);
}

function keepContents(effect: Effect, world: World): void {
  if (effect.effect === "set" && effect.before.kind === "file") world.keep(effect.before.content);
}

function toJson(effects: readonly Effect[]): JsonObject {
  return { effects: effects.map((effect): JsonObject => JSON.parse(JSON.stringify(effect))) };
}

function notDone(path: string): OrchestraError {
  return new OrchestraError("CHANGE_FAILED", `${path} does not stand as it was to`, { file: path });
}
