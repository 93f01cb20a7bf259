import { OrchestraError } from "../model/errors.ts";
import { toTimestamp } from "../model/time.ts";
import { createContents, keyCheckOf } from "./contents.ts";
import { isSettled, standingOf } from "./standing.ts";
import { openJournal, readJournal, type Journal } from "./journal.ts";
import { readPack } from "./pack.ts";
import { hasInterrupted, placesOf } from "./places.ts";
import { revertSteps } from "./revert-steps.ts";
import { emptyStaging, knownStep, openRun, type Run } from "./run.ts";
import { openCapture } from "./sealed-capture.ts";
import type { ChangeContext, RecoveryReport } from "./world.ts";

export interface RecoverOptions {
  /** True when a person asked for it: then what somebody changed since is left as it is, and the rest is put back. */
  readonly isAsked: boolean;
}

/**
 * Finishes or takes back what a killed execution left; call it under the lock. Undefined when there was nothing.
 * Throws `RECOVERY_NEEDED` where somebody changed a file of it since, or its contents cannot be opened.
 */
export async function settleInterrupted(
  context: ChangeContext,
  options: RecoverOptions,
): Promise<RecoveryReport | undefined> {
  const { platform } = context;
  const places = placesOf(context);
  if (!hasInterrupted(context)) return undefined;
  const journal = readJournal(platform, places.journal);
  if (journal === undefined) {
    platform.files.removeFile(places.journal);
    return undefined;
  }
  if (journal.begin.keyCheck !== keyCheckOf(context)) throw otherKey(journal);
  const { executionId } = journal.begin;
  const pack = readPack({ platform, path: places.packOf(executionId), key: context.key });
  const run = openRun(context, createContents(platform, context.key, pack), executionId);
  try {
    // One that had come to its end only lacked the tidying up.
    const report = journal.end === undefined ? await settle(run, journal, options) : undefined;
    platform.files.rename(places.journal, places.historyOf(executionId));
    emptyStaging(run.world.staging);
    if (report !== undefined) context.onRecovered(report);
    return report;
  } finally {
    run.close();
  }
}

async function settle(run: Run, journal: Journal, { isAsked }: RecoverOptions): Promise<RecoveryReport> {
  const { context, world } = run;
  const { begin } = journal;
  const steps = begin.plan.steps.flatMap((step, index) => {
    const kept = journal.captured.get(step.id);
    if (kept === undefined || journal.reverted.has(step.id)) return [];
    return [{ ...knownStep(run, { step, index, captured: kept }), kept }];
  });
  const standing = standingOf(steps, world);
  if (!isAsked && standing.edited.length > 0) throw needed(journal, standing.edited);
  const writer = openJournal(context.platform, placesOf(context).journal);
  try {
    const isFinished = steps.length === begin.plan.steps.length && isSettled(steps, standing);
    const opened = steps.map((step) => ({
      ...step,
      captured: openCapture(step.kind, step.kept, world),
    }));
    const { left } = isFinished
      ? { left: [] }
      : await revertSteps(world, opened, { journal: writer, isLenient: isAsked });
    writer.write({
      record: "end",
      at: toTimestamp(context.platform.clock.now()),
      outcome: isFinished ? "done" : "reverted",
      steps: begin.plan.steps.map(({ id, title }) => ({
        id,
        title,
        outcome: isFinished ? ("done" as const) : ("reverted" as const),
      })),
    });
    writer.sync();
    const outcome = isFinished ? ("finished" as const) : ("reverted" as const);
    return { executionId: begin.executionId, title: begin.plan.title, outcome, left };
  } finally {
    writer.close();
  }
}

function needed({ begin }: Journal, edited: readonly string[]): OrchestraError {
  const [file] = edited;
  const named = edited.slice(0, 10).join(", ");
  return new OrchestraError(
    "RECOVERY_NEEDED",
    `"${begin.plan.title}" was killed half done, and was changed by somebody else since: ${named}`,
    {
      ...(file === undefined ? {} : { file }),
      hint: "`orchestra recover` puts the rest back and leaves those as they are.",
    },
  );
}

/** It may have come with the repository: what nobody with this user's key wrote is not acted upon. */
function otherKey({ begin }: Journal): OrchestraError {
  return new OrchestraError(
    "RECOVERY_NEEDED",
    `a change was begun by somebody with another home folder and not ended, at ${begin.at}`,
    {
      file: ".orchestra/changes/journal.ndjson",
      hint: "Run `orchestra recover` as that user; if it is nobody of yours, delete the file.",
    },
  );
}
