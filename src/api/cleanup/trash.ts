import { readMountPoints } from "../../cleanup/mounts.ts";
import { planRestore, trashPath, TRASH_FOLDER } from "../../cleanup/plan.ts";
import type { TrashManifest } from "../../model/cleanup.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { OrchestraError } from "../../model/errors.ts";
import { withLock } from "../../state/lock.ts";
import { cleanupIds, readTrash, removeCleanup, tidyCleanup, timeOfCleanup } from "../../state/trash.ts";
import { applyPrepared, planSteps } from "../changes/apply.ts";
import type { Notes, Session } from "../session.ts";
import { rejectNegative } from "./find.ts";
import type { EmptyReport, RestoreReport, TrashEntry } from "./types.ts";

const DAY_MS = 86_400_000;

/** What waits in the trash, the latest first. */
export function listTrash({ state }: Session): readonly TrashEntry[] {
  return readTrash(state).map(entryOf);
}

/** Brings back what a clean-up put away. Throws `PLAN_NOT_FOUND`. */
export async function restoreCleanup(
  session: Session,
  named: string | undefined,
): Promise<{ readonly report: RestoreReport; readonly notes: Notes }> {
  const { state, root, platform } = session;
  const { id, moved } = choose(readTrash(state), named);
  const isTaken = (path: string) => platform.files.lstat(`${root}/${path}`) !== undefined;
  const taken = moved.filter(isTaken);
  const wanted = moved.filter((path) => !taken.includes(path));
  const failed = new Map(taken.map((path) => [path, "something stands there by now"]));
  if (wanted.length > 0) {
    const prepared = await planSteps(session, planRestore(id, wanted), {
      title: `bring back clean-up ${id}`,
    });
    const { steps } = await applyPrepared(session, prepared, { command: "cleanup restore", keepGoing: true });
    for (const step of steps)
      if (step.outcome !== "done") failed.set(step.id, step.reason ?? "it was not moved");
  }
  tidyCleanup(state, id);
  const diagnostics = [...failed].map(([path, reason]): Diagnostic => {
    const message = `it stays in ${TRASH_FOLDER}/${id}: ${reason}`;
    return { severity: "warning", code: "RESTORE_LEFT", message, source: "cleanup", file: path };
  });
  const restored = wanted.filter((path) => !failed.has(path)).toSorted();
  return {
    report: { id, restored, left: [...failed.keys()].toSorted() },
    notes: { diagnostics, failures: [] },
  };
}

/** Removes for good what was put away so many days ago or longer. */
export async function emptyTrash(
  session: Session,
  olderThanDays: number,
): Promise<{ readonly report: EmptyReport; readonly notes: Notes }> {
  rejectNegative("olderThanDays", olderThanDays);
  const { state, platform } = session;
  const latest = platform.clock.now() - olderThanDays * DAY_MS;
  const isDue = (id: string) => timeOfCleanup(id) <= latest;
  const diagnostics: Diagnostic[] = [];
  const removed: string[] = [];
  let bytes = 0;
  for (const id of cleanupIds(state).filter(isDue)) {
    const known = readTrash(state).find((one) => one.id === id);
    const left = await removeForGood(session, id);
    diagnostics.push(...left);
    if (left.length > 0) continue;
    removed.push(id);
    bytes += known === undefined ? 0 : entryOf(known).bytes;
  }
  return { report: { removed, bytes }, notes: { diagnostics, failures: [] } };
}

/** Removes one clean-up while nobody else changes files; gives what went wrong. */
export async function removeForGood(session: Session, id: string): Promise<readonly Diagnostic[]> {
  const { state, root, platform } = session;
  const folder = trashPath(id, "");
  const isMounted = readMountPoints(platform, root).some((path) => `${path}/`.startsWith(folder));
  if (isMounted) return [notRemoved(id, "another file system begins in it")];
  try {
    await withLock(state, () => removeCleanup(state, id), "changes-lock");
    return [];
  } catch (error) {
    if (!(error instanceof OrchestraError) || error.code !== "FILE_UNWRITABLE") throw error;
    return [notRemoved(id, error.message)];
  }
}

function choose(known: readonly TrashManifest[], named: string | undefined): TrashManifest {
  const fitting = named === undefined ? known.slice(0, 1) : known.filter(({ id }) => id.startsWith(named));
  const [found, other] = fitting;
  if (found !== undefined && other === undefined) return found;
  const what = named === undefined ? "nothing waits in the trash" : `no clean-up is called ${quote(named)}`;
  const message = other === undefined ? what : `more than one clean-up begins with ${quote(named ?? "")}`;
  throw new OrchestraError("PLAN_NOT_FOUND", message, {
    hint:
      known.length === 0
        ? "`orchestra setup --cleanup --apply` puts artifacts there."
        : `There are: ${known.map(({ id }) => id).join(", ")}.`,
  });
}

function entryOf({ id, at, artifacts, moved }: TrashManifest): TrashEntry {
  const present = artifacts.filter(({ path }) =>
    moved.some((one) => one === path || one.startsWith(`${path}/`)),
  );
  return { id, at, artifacts: present, bytes: present.reduce((sum, { bytes }) => sum + bytes, 0) };
}

function notRemoved(id: string, why: string): Diagnostic {
  return {
    severity: "warning",
    code: "TRASH_NOT_EMPTIED",
    message: `it was not removed: ${why}`,
    source: "cleanup",
    file: `${TRASH_FOLDER}/${id}`,
  };
}

function quote(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}
