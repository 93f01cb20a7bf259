import { OrchestraError } from "../model/errors.ts";
import type { JsonValue } from "../model/json.ts";
import type { PlanStep } from "../model/plan.ts";
import type { HeldFolder } from "../platform/edit-types.ts";
import type { Contents } from "./contents.ts";
import { readCaptured } from "./file-kind.ts";
import type { ChangeKind, RunningStep } from "./kind.ts";
import { openPack, type PackWriter } from "./pack.ts";
import { placesOf } from "./places.ts";
import { kindOf } from "./plan-builder.ts";
import { openTree, type Tree } from "./tree.ts";
import type { ChangeContext, World } from "./world.ts";

/** Everything that is open while a plan is carried out or taken back. */
export interface Run {
  readonly context: ChangeContext;
  readonly world: World;
  readonly tree: Tree;
  readonly pack: PackWriter;
  close(): void;
}

/** A step with what its kind knows of it. */
export interface KnownStep {
  readonly step: PlanStep;
  readonly kind: ChangeKind;
  readonly running: RunningStep;
}

/** Lays the folders of `.orchestra/` that changes need, and opens them. Throws `STATE_UNWRITABLE`. */
export function openRun(context: ChangeContext, contents: Contents, executionId: string): Run {
  const { platform, root, key } = context;
  const places = placesOf(context);
  for (const folder of [places.staging, places.history, places.objects])
    platform.files.makeFolder(folder, { mode: 0o700 });
  const staging = platform.files.holdFolder(places.staging);
  if (staging === undefined) throw notAFolder();
  const tree = openTree({ platform, root, contents });
  const pack = openPack({ platform, path: places.packOf(executionId), key });
  const world: World = {
    context,
    tree,
    contents,
    staging,
    stats: new Map(),
    keep: (id) => {
      const bytes = contents.find(id);
      if (bytes !== undefined) pack.add(id, bytes);
    },
  };
  const close = () => {
    pack.close();
    tree.close();
    staging.close();
  };
  return { context, world, tree, pack, close };
}

/** Removes whatever an ended execution left in the staging folder. */
export function emptyStaging(staging: HeldFolder): void {
  for (const name of staging.list()) staging.remove(name);
}

/** Which effects a step has, by what a journal kept of it. */
export function knownStep(
  run: Run,
  {
    step,
    index,
    captured,
  }: { readonly step: PlanStep; readonly index: number; readonly captured: JsonValue },
): KnownStep {
  const kind = kindOf(run.context, step.change.kind);
  const effects = kind.effects === undefined ? [] : readCaptured(captured);
  return { step, kind, running: runningStep(run.world, { step, index, effects }) };
}

/** A step as its kind is given it. */
export function runningStep(
  world: World,
  {
    step,
    index,
    effects,
  }: Pick<RunningStep, "effects"> & { readonly step: PlanStep; readonly index: number },
): RunningStep {
  return { params: step.change.params, effects, slot: String(index), world };
}

function notAFolder(): OrchestraError {
  return new OrchestraError("STATE_UNWRITABLE", ".orchestra/changes/staging is no folder", {
    file: ".orchestra/changes/staging",
    hint: "Move it away; orchestra keeps files there while it changes them.",
  });
}
