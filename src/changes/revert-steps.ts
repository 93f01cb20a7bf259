import { OrchestraError } from "../model/errors.ts";
import type { JsonValue } from "../model/json.ts";
import type { JournalWriter } from "./journal.ts";
import type { KnownStep } from "./run.ts";
import type { World } from "./world.ts";

export interface RevertOptions {
  readonly journal: JournalWriter;
  /** Leaves what somebody else changed since as it is; else that throws. */
  readonly isLenient: boolean;
}

/** Takes begun steps back, the last one first; gives the paths that were left as somebody else made them. */
export async function revertSteps(
  world: World,
  steps: readonly (KnownStep & { readonly captured: JsonValue })[],
  { journal, isLenient }: RevertOptions,
): Promise<{ readonly left: readonly string[] }> {
  const left: string[] = [];
  for (const { step, kind, running, captured } of steps.toReversed()) {
    try {
      await kind.revert({ ...running, world }, captured);
    } catch (error) {
      if (!isLenient || !(error instanceof OrchestraError) || error.code !== "CHANGE_FAILED") throw error;
      left.push(error.file ?? step.title);
    }
    note(journal, step.id);
  }
  return { left };
}

/** A disk that is full must not keep anything from being put back; what is not noted is looked at again. */
function note(journal: JournalWriter, step: string): void {
  try {
    journal.write({ record: "reverted", step });
  } catch (error) {
    if (!(error instanceof OrchestraError)) throw error;
  }
}
