import type { HistoryEntry } from "../model/plan.ts";
import { pathsOf } from "./effects.ts";
import { readCaptured } from "./file-kind.ts";
import { readJournal, type Journal } from "./journal.ts";
import { placesOf } from "./places.ts";
import type { ChangeContext } from "./world.ts";

/** As many of the latest executions tell which files a plan wrote itself. */
const OWN_EXECUTIONS = 50;

/** Every execution that is kept, the latest first. */
function readJournals(context: ChangeContext): readonly Journal[] {
  return listExecutions(context).flatMap((name) => readExecution(context, name) ?? []);
}

/** The journal of one execution; undefined when there is none. */
export function readExecution(context: ChangeContext, executionId: string): Journal | undefined {
  return readJournal(context.platform, placesOf(context).historyOf(executionId));
}

/** Ids of executions, the latest first: they begin with their time. */
export function listExecutions(context: ChangeContext): readonly string[] {
  const listing = context.platform.files.readFolder(placesOf(context).history);
  if (!listing.isRead) return [];
  return listing.entries
    .flatMap(({ name }) => (typeof name === "string" ? (/^(.+)\.ndjson$/.exec(name)?.[1] ?? []) : []))
    .toSorted()
    .toReversed();
}

/** What was changed, when, by which command, and whether it can be taken back. The latest first. */
export function listHistory(context: ChangeContext): readonly HistoryEntry[] {
  const journals = readJournals(context);
  const undoneBy = new Map(
    journals.flatMap(({ begin, end }) =>
      begin.undoes === undefined || end?.outcome === "reverted"
        ? []
        : [[begin.undoes, begin.executionId] as const],
    ),
  );
  return journals.map((journal) => toEntry(context, journal, undoneBy.get(journal.begin.executionId)));
}

/** Contents that the latest executions left, by path. */
export function readOwnStates(context: ChangeContext): ReadonlyMap<string, string> {
  const latest = listExecutions(context).slice(0, OWN_EXECUTIONS).toReversed();
  const states = new Map<string, string>();
  for (const name of latest) {
    for (const effect of effectsOf(context, readExecution(context, name))) {
      if (effect.effect === "set" && effect.after.kind === "file")
        states.set(effect.path, effect.after.content);
    }
  }
  return states;
}

/** Effects of the steps that were done. */
function effectsOf(context: ChangeContext, journal: Journal | undefined) {
  if (journal === undefined || journal.end === undefined || journal.end.outcome === "reverted") return [];
  const done = new Set(journal.end.steps.filter(({ outcome }) => outcome === "done").map(({ id }) => id));
  return journal.begin.plan.steps.flatMap(({ id, change }) => {
    const captured = journal.captured.get(id);
    const isFile = context.kinds.get(change.kind)?.effects !== undefined;
    return done.has(id) && isFile && captured !== undefined ? readCaptured(captured) : [];
  });
}

function toEntry(context: ChangeContext, journal: Journal, undoneBy: string | undefined): HistoryEntry {
  const { begin, end } = journal;
  const outcome = end?.outcome ?? "reverted";
  const paths = [...new Set(effectsOf(context, journal).flatMap(pathsOf))].toSorted();
  const reason = whyNotUndoable(context, journal, undoneBy);
  return {
    executionId: begin.executionId,
    planId: begin.plan.id,
    title: begin.plan.title,
    at: begin.at,
    command: begin.command,
    outcome,
    paths,
    isUndoable: reason === undefined,
    ...(reason === undefined ? {} : { reason }),
    ...(undoneBy === undefined ? {} : { undoneBy }),
  };
}

/** What replaced contents need is a pack that is still there; what only made or moved things needs none. */
function whyNotUndoable(
  context: ChangeContext,
  journal: Journal,
  undoneBy: string | undefined,
): string | undefined {
  if (undoneBy !== undefined) return `it was taken back by ${undoneBy}`;
  if (journal.end === undefined || journal.end.outcome === "reverted") return "nothing of it was kept";
  const isReplacing = effectsOf(context, journal).some(
    (effect) => effect.effect === "set" && effect.before.kind === "file",
  );
  const pack = placesOf(context).packOf(journal.begin.executionId);
  const isKept = context.platform.files.lstat(pack) !== undefined;
  return isReplacing && !isKept ? "what it replaced was let go by age or size" : undefined;
}
