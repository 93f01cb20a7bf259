import { createContents } from "../../changes/contents.ts";
import { readPack } from "../../changes/pack.ts";
import { isOpen, type Conflict } from "../../model/conflict.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { Execution } from "../../model/plan.ts";
import type { Resolution, ResolutionStatus, ResolvedConflict } from "../../model/resolution.ts";
import { toTimestamp } from "../../model/time.ts";
import { readConflicts, updateConflicts } from "../../state/conflict-documents.ts";
import { readContentKey } from "../../state/content-key.ts";
import { withLock } from "../../state/lock.ts";
import { readResolution, resolutionPack, writeResolution } from "../../state/resolution-documents.ts";
import { applyPrepared } from "../changes/apply.ts";
import { detectConflicts } from "../conflicts/detect.ts";
import { openSession, type Session } from "../session.ts";
import { rulesToDetect } from "./choose.ts";
import type { ApplyResolutionOptions } from "./types.ts";

/** What became of the plan: what was done, or why all of it was taken back. */
type Carried = { readonly execution: Execution | undefined } | { readonly failure: string };

/** Carries a resolution out, detects again, and writes down what became of each conflict. */
export async function applyResolution(
  session: Session,
  id: string,
  options: ApplyResolutionOptions = {},
): Promise<Resolution> {
  const resolution = readResolution(session.state, id);
  if (resolution === undefined)
    throw new OrchestraError(
      "RESOLUTION_NOT_FOUND",
      `no resolution has the id ${JSON.stringify(id.slice(0, 80))}`,
      {
        hint: "`resolveConflict` and `orchestra conflicts resolve` give the ids.",
      },
    );
  const before = readConflicts(session.state).conflicts;
  const carried = await carryOut(session, resolution, options);
  const found = "failure" in carried ? before.filter(isOpen) : await detectAfresh(session, resolution);
  const conflicts = resolution.conflicts.map((one) => outcomeOf(one, { carried, before, found }));
  const known = new Set(before.filter(isOpen).map(({ conflictId }) => conflictId));
  const applied: Resolution = {
    ...resolution,
    status: overall(conflicts.map(({ status }) => status)),
    conflicts,
    appliedAt: toTimestamp(session.platform.clock.now()),
    newConflicts: found.flatMap(({ conflictId }) => (known.has(conflictId) ? [] : [conflictId])),
    ...("execution" in carried && carried.execution?.executionId !== undefined
      ? { executionId: carried.execution.executionId }
      : {}),
  };
  await keepOutcome(session, applied);
  return applied;
}

/** What stops a plan before it began is thrown; what began and was taken back is an outcome. */
async function carryOut(
  session: Session,
  { resolutionId, plan }: Resolution,
  { command = "api", ...options }: ApplyResolutionOptions,
): Promise<Carried> {
  if (plan === undefined) return { execution: undefined };
  const { platform, state } = session;
  const key = readContentKey(state);
  const kept = readPack({ platform, path: resolutionPack(state, resolutionId), key });
  const contents = createContents(platform, key, kept);
  try {
    return { execution: await applyPrepared(session, { plan, contents }, { ...options, command }) };
  } catch (error) {
    if (error instanceof OrchestraError && error.code === "CHANGE_FAILED") return { failure: error.message };
    throw error;
  }
}

/** On a listing of its own: the one of before tells of files that are gone. */
async function detectAfresh(session: Session, { conflicts }: Resolution): Promise<readonly Conflict[]> {
  const { root, platform, environment, loadConfig } = session;
  const fresh = { ...openSession({ root, platform, environment: environment.environment }), loadConfig };
  const rules = await rulesToDetect(
    session,
    conflicts.map(({ rule }) => rule),
  );
  return (await detectConflicts(fresh, { rules })).conflicts.filter(isOpen);
}

interface Outcome {
  readonly carried: Carried;
  readonly before: readonly Conflict[];
  /** Open ones. */
  readonly found: readonly Conflict[];
}

function outcomeOf(one: ResolvedConflict, { carried, before, found }: Outcome): ResolvedConflict {
  if (one.status === "manual") return one;
  if (one.strategy === "keep_all") return { ...one, status: "ignored" };
  if ("failure" in carried) return { ...one, status: "failed", reason: carried.failure };
  const reports = carried.execution?.steps.filter(({ id }) => one.steps.includes(id)) ?? [];
  const undone = reports.filter(({ outcome }) => outcome === "failed" || outcome === "not_run");
  const [first] = undone;
  if (first !== undefined) {
    const status = undone.length === reports.length ? "failed" : "partial";
    return { ...one, status, reason: `${first.title}: ${first.reason ?? first.outcome}` };
  }
  if (found.some(({ conflictId }) => conflictId === one.conflictId))
    return { ...one, status: "partial", reason: "a new detection still finds it" };
  const rest = restOf(one, before, found);
  if (rest === undefined) return { ...one, status: "resolved" };
  return { ...one, status: "partial", reason: `${rest.conflictId} is left of it: ${rest.message}` };
}

/** A conflict of the same rule that was not there before and is about some of the same places. */
function restOf(
  { conflictId, rule }: ResolvedConflict,
  before: readonly Conflict[],
  found: readonly Conflict[],
): Conflict | undefined {
  const places = before.find((conflict) => conflict.conflictId === conflictId)?.places ?? [];
  const isKnown = new Set(before.map((conflict) => conflict.conflictId));
  return found.find(
    (conflict) =>
      conflict.rule === rule &&
      !isKnown.has(conflict.conflictId) &&
      conflict.places.some(({ file, key }) =>
        places.some((place) => place.file === file && place.key === key),
      ),
  );
}

/** One word for all: what is the same for all, and else `partial`. */
function overall(statuses: readonly ResolutionStatus[]): ResolutionStatus {
  const [first = "resolved"] = statuses;
  if (statuses.every((status) => status === first)) return first;
  return statuses.every((status) => status === "resolved" || status === "ignored") ? "resolved" : "partial";
}

/** On the resolution and on each conflict that is still there. */
async function keepOutcome(session: Session, resolution: Resolution): Promise<void> {
  const { state } = session;
  await withLock(state, () => writeResolution(state, resolution));
  const byId = new Map(resolution.conflicts.map((one) => [one.conflictId, one]));
  await updateConflicts(state, (known) =>
    known.map((conflict) => {
      const outcome = byId.get(conflict.conflictId);
      return outcome === undefined ? conflict : withOutcome(conflict, outcome);
    }),
  );
}

function withOutcome(conflict: Conflict, { status, reason }: ResolvedConflict): Conflict {
  const said = reason === undefined ? {} : { reason };
  if (status === "ignored") return { ...conflict, status, silencedBy: "person", ...said };
  if (status === "manual" || status === "partial" || status === "failed")
    return isOpen(conflict) ? { ...conflict, status, ...said } : conflict;
  return conflict;
}
