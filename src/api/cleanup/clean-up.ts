import { planCleanup, TRASH_FOLDER } from "../../cleanup/plan.ts";
import type { FoundArtifact } from "../../cleanup/types.ts";
import type { Artifact, TrashManifest } from "../../model/cleanup.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { Execution } from "../../model/plan.ts";
import { toTimestamp } from "../../model/time.ts";
import { layTrash, nameCleanup, tidyCleanup, writeManifest } from "../../state/trash.ts";
import { applyPrepared, planSteps } from "../changes/apply.ts";
import type { Notes, Session } from "../session.ts";
import { findArtifacts } from "./find.ts";
import { removeForGood } from "./trash.ts";
import type { CleanupOptions, CleanupReport } from "./types.ts";

/** Another process may be at work on the same tree: what it took is looked for no more the next time. */
const MOST_TRIES = 5;

const RETRIED = new Set(["PLAN_STALE", "PLAN_REFUSED", "CHANGE_FAILED"]);

interface Cleanup {
  readonly report: CleanupReport;
  readonly notes: Notes;
}

/** Finds what can go and, unless it is a dry run, puts it away by a plan. */
export async function cleanUp(session: Session, options: CleanupOptions): Promise<Cleanup> {
  for (let tries = 1; ; tries += 1) {
    const { artifacts, diagnostics } = await findArtifacts(session, options);
    if (options.dryRun !== false || artifacts.length === 0) {
      const report = { dryRun: options.dryRun !== false, ...counted(artifacts.map(shown)), failed: [] };
      return { report, notes: { diagnostics, failures: [] } };
    }
    try {
      const { report, notes } = await putAway(session, artifacts, options.delete === true);
      return { report, notes: { ...notes, diagnostics: [...diagnostics, ...notes.diagnostics] } };
    } catch (error) {
      const isRetried = error instanceof OrchestraError && RETRIED.has(error.code) && tries < MOST_TRIES;
      if (!isRetried) throw error;
    }
  }
}

async function putAway(
  session: Session,
  artifacts: readonly FoundArtifact[],
  isForGood: boolean,
): Promise<Cleanup> {
  const { platform, state } = session;
  const id = nameCleanup(platform);
  const at = toTimestamp(platform.clock.now());
  const moved = artifacts.flatMap(({ pieces }) => pieces.map(({ path }) => path));
  const manifest: TrashManifest = { schemaVersion: 1, id, at, artifacts: artifacts.map(shown), moved };
  layTrash(state, manifest);
  let execution: Execution;
  try {
    const prepared = await planSteps(session, planCleanup(id, artifacts), {
      title: `clean up ${artifacts.length} ${artifacts.length === 1 ? "artifact" : "artifacts"}`,
    });
    execution = await applyPrepared(session, prepared, { command: "setup --cleanup", keepGoing: true });
  } catch (error) {
    tidyCleanup(state, id);
    throw error;
  }
  const { report, diagnostics } = summarise(artifacts, execution);
  if (report.failed.length > 0) {
    const gone = new Set(report.failed);
    writeManifest(state, {
      ...manifest,
      artifacts: report.artifacts,
      moved: moved.filter((path) => !gone.has(path)),
    });
  }
  if (!isForGood)
    return { report: { ...report, movedTo: `${TRASH_FOLDER}/${id}` }, notes: notesOf(diagnostics) };
  const left = await removeForGood(session, id);
  return { report, notes: notesOf([...diagnostics, ...left]) };
}

/** Which artifacts went, and what could not be moved. */
function summarise(
  artifacts: readonly FoundArtifact[],
  { steps }: Execution,
): { readonly report: CleanupReport; readonly diagnostics: readonly Diagnostic[] } {
  const failures = new Map(
    steps.flatMap(({ id, outcome, reason = "it was not moved" }) =>
      outcome === "done" ? [] : [[id, reason] as const],
    ),
  );
  const went = artifacts.filter(({ pieces }) => pieces.some(({ path }) => !failures.has(path)));
  const diagnostics = [...failures].map(([path, reason]): Diagnostic => {
    const message = `it stays where it is: ${reason}`;
    return { severity: "warning", code: "CLEANUP_FAILED", message, source: "cleanup", file: path };
  });
  return {
    report: { dryRun: false, ...counted(went.map(shown)), failed: [...failures.keys()] },
    diagnostics,
  };
}

function counted(artifacts: readonly Artifact[]): Pick<CleanupReport, "artifacts" | "bytes"> {
  return { artifacts, bytes: artifacts.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** Without what only the mover needs. */
function shown({ path, kind, bytes, ageDays, reason, restoredBy, kept }: FoundArtifact): Artifact {
  return { path, kind, bytes, ageDays, reason, restoredBy, kept };
}

function notesOf(diagnostics: readonly Diagnostic[]): Notes {
  return { diagnostics, failures: [] };
}
