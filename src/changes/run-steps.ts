import { dirname } from "node:path/posix";
import { OrchestraError } from "../model/errors.ts";
import type { JsonValue } from "../model/json.ts";
import type { StepReport } from "../model/plan.ts";
import { toTimestamp } from "../model/time.ts";
import { batchesOf } from "./batches.ts";
import { pathsOf } from "./effects.ts";
import type { JournalWriter } from "./journal.ts";
import { revertSteps } from "./revert-steps.ts";
import type { KnownStep, Run } from "./run.ts";
import { sealCapture } from "./sealed-capture.ts";

/** What has been done so far, and what stopped it. */
export interface RunState {
  readonly steps: readonly StepReport[];
  /** Undefined when it was not stopped. */
  readonly failure: OrchestraError | undefined;
}

export interface StepsToRun {
  readonly steps: readonly KnownStep[];
  readonly journal: JournalWriter;
  readonly keepGoing: boolean;
}

/** A step whose capture is in the journal. */
interface BegunStep extends KnownStep {
  readonly captured: JsonValue;
}

interface Progress {
  readonly begun: BegunStep[];
  readonly reports: Map<string, StepReport>;
}

/** Carries steps out in order, batch by batch; when one fails, all are taken back, or with `keepGoing` that one. */
export async function runSteps(run: Run, { steps, journal, keepGoing }: StepsToRun): Promise<RunState> {
  const progress: Progress = { begun: [], reports: new Map() };
  try {
    for (const batch of batchesOf(steps)) {
      failWhenAborted(run);
      await runBatch(run, { batch, journal, keepGoing, progress });
    }
    const reports = steps.map(({ step }) => reportOf(step, progress.reports));
    const isWhole = reports.every(({ outcome }) => outcome === "done");
    const outcome = isWhole ? ("done" as const) : ("partial" as const);
    if (!isWhole && reports.every((report) => report.outcome !== "done"))
      throw firstFailure(progress.reports);
    const at = toTimestamp(run.context.platform.clock.now());
    journal.write({ record: "end", at, outcome, steps: reports });
    journal.sync();
    return { steps: reports, failure: undefined };
  } catch (error) {
    const left = await takeBack(run, { journal, progress });
    if (!(error instanceof OrchestraError)) throw error;
    const reports = steps.map(({ step }) => reportOf(step, progress.reports, "reverted"));
    return { steps: reports, failure: describeFailure(error, left) };
  }
}

interface Batch extends Omit<StepsToRun, "steps"> {
  readonly batch: readonly KnownStep[];
  readonly progress: Progress;
}

async function runBatch(run: Run, { batch, journal, keepGoing, progress }: Batch): Promise<void> {
  const begun: BegunStep[] = [];
  for (const known of batch) {
    if (keepGoing && isStopped(known, progress.reports)) continue;
    const step = { ...known, captured: await known.kind.capture(known.running) };
    const captured = sealCapture(step.kind, step.captured, run.world);
    journal.write({ record: "captured", step: step.step.id, captured });
    begun.push(step);
  }
  run.pack.sync();
  journal.sync();
  for (const step of begun) {
    if (keepGoing && isStopped(step, progress.reports)) continue;
    progress.begun.push(step);
    try {
      await step.kind.apply(step.running, step.captured);
      await step.kind.verify(step.running, step.captured);
      progress.reports.set(step.step.id, { ...named(step), outcome: "done" });
    } catch (error) {
      if (!(error instanceof OrchestraError)) throw error;
      progress.reports.set(step.step.id, { ...named(step), outcome: "failed", reason: error.message });
      if (!keepGoing) throw error;
      progress.begun.pop();
      await revertSteps(run.world, [step], { journal, isLenient: true });
    }
  }
  syncFolders(run, begun);
}

/** True when something that it depends on, or that it builds upon, was not done; it is told so. */
function isStopped({ step }: KnownStep, reports: Map<string, StepReport>): boolean {
  const culprit = step.dependsOn.find((id) => isUndone(reports.get(id)));
  if (culprit === undefined) return false;
  const reason = `${culprit} was not done`;
  reports.set(step.id, { id: step.id, title: step.title, outcome: "not_run", reason });
  return true;
}

function isUndone(report: StepReport | undefined): boolean {
  return report !== undefined && report.outcome !== "done" && report.outcome !== "unchanged";
}

/** Renames are durable once their folders are. */
function syncFolders({ world }: Run, steps: readonly KnownStep[]): void {
  const folders = new Set(steps.flatMap(({ running }) => running.effects.flatMap(pathsOf).map(parentOf)));
  for (const folder of folders) {
    world.tree.relax();
    world.tree.find(folder === "" ? "x" : `${folder}/x`)?.folder.sync();
  }
}

function parentOf(path: string): string {
  const folder = dirname(path);
  return folder === "." ? "" : folder;
}

/** Gives the paths that somebody else changed meanwhile, and that are left as they are. Throws `RECOVERY_NEEDED`. */
async function takeBack(
  run: Run,
  { journal, progress }: { readonly journal: JournalWriter; readonly progress: Progress },
): Promise<readonly string[]> {
  try {
    return (await revertSteps(run.world, progress.begun, { journal, isLenient: true })).left;
  } catch (error) {
    if (!(error instanceof OrchestraError)) throw error;
    throw new OrchestraError(
      "RECOVERY_NEEDED",
      `a change failed and could not be taken back yet: ${error.message}`,
      {
        cause: error,
        hint: "Mend what the message says; `orchestra recover` does the rest.",
      },
    );
  }
}

function describeFailure(error: OrchestraError, left: readonly string[]): OrchestraError {
  const kept =
    left.length === 0 ? "everything was put back" : `left as somebody else made them: ${left.join(", ")}`;
  const code = error.code === "INTERRUPTED" ? error.code : "CHANGE_FAILED";
  return new OrchestraError(code, `${error.message}; ${kept}`, {
    cause: error,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
    ...(error.file === undefined ? {} : { file: error.file }),
  });
}

function firstFailure(reports: ReadonlyMap<string, StepReport>): OrchestraError {
  const failed = [...reports.values()].find(({ outcome }) => outcome === "failed");
  return new OrchestraError("CHANGE_FAILED", failed?.reason ?? "nothing could be done");
}

function reportOf(
  { id, title }: KnownStep["step"],
  reports: ReadonlyMap<string, StepReport>,
  done: "done" | "reverted" = "done",
): StepReport {
  const report = reports.get(id);
  if (report === undefined) return { id, title, outcome: "not_run" };
  return report.outcome === "done" ? { ...report, outcome: done } : report;
}

function named({ step: { id, title } }: KnownStep): Pick<StepReport, "id" | "title"> {
  return { id, title };
}

function failWhenAborted({ context }: Run): void {
  if (!context.signal.aborted) return;
  throw new OrchestraError("INTERRUPTED", "interrupted", { hint: "Run the command again." });
}
