import { setImmediate } from "node:timers/promises";
import { isOpen, type Conflict } from "../../model/conflict.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { toTimestamp } from "../../model/time.ts";
import { readConflictsAhead, updateConflicts, type ConflictsAhead } from "../../state/conflict-documents.ts";
import { pathsIgnoredByGit } from "../../workspace/ignored-by-git.ts";
import { openSession, type Notes, type Session } from "../session.ts";
import type { DetectOptions } from "./types.ts";
import { BASELINE_NAME, readBaseline, staleEntries, writeBaseline } from "./baseline.ts";
import { onBaseTree } from "./base-tree.ts";
import { findConflicts } from "./find.ts";
import { mergeConflicts } from "./history.ts";
import { lightenRepeats } from "./repeats.ts";
import { sortConflicts } from "./sort.ts";

/** What is found now, ignored ones among it, the worst first. */
export async function detectConflicts(
  session: Session,
  options: DetectOptions,
): Promise<{ readonly conflicts: readonly Conflict[]; readonly notes: Notes }> {
  return session.inOneLook(async () => {
    const { rules: names = [], changedSince, folder } = options;
    const [found, isNew, ahead] = await Promise.all([
      findConflicts(session, names),
      changedSince === undefined ? undefined : findNew(session, changedSince, names),
      readKnownMeanwhile(session),
    ]);
    const checked = new Set(found.rules.map(({ rule }) => rule.rule));
    const isChecked = (rule: string) => names.length === 0 || checked.has(rule);
    const baseline = readBaseline(session);
    const ids = new Set(found.conflicts.map(({ conflictId }) => conflictId));
    const kept = withBaseline(found.conflicts, new Set(baseline.map(({ conflictId }) => conflictId)));
    const moment = {
      at: toTimestamp(session.platform.clock.now()),
      isChecked: ({ rule }: Conflict) => isChecked(rule),
    };
    const stored = await updateConflicts(
      session.state,
      (known) => lightenRepeats(mergeConflicts(known, kept, moment), found.rules),
      ahead,
    );
    const all = stored.conflicts.filter(({ conflictId }) => ids.has(conflictId));
    const diagnostics: Diagnostic[] = [...found.diagnostics, ...stored.diagnostics];
    if (options.updateBaseline === true) diagnostics.push(update(session, { all, isChecked, baseline }));
    else diagnostics.push(...staleEntries(baseline, ids, isChecked));
    const asked = options.updateBaseline === true ? inBaseline(all) : all;
    const brought = isNew === undefined ? asked : await isNew(asked);
    const wanted = folder === undefined ? brought : brought.filter((one) => touches(one, folder));
    // Those that were not asked for stand for nothing here.
    const own = new Map(
      found.conflicts.map(({ conflictId, severity, hint }) => [conflictId, { severity, hint }]),
    );
    const conflicts = lightenRepeats(
      wanted.map((one) => ({ ...one, ...own.get(one.conflictId) })),
      found.rules,
    );
    return { conflicts: sortConflicts(conflicts), notes: { diagnostics, failures: [] } };
  });
}

/** While git is at work on the tree there is nothing else to do. */
async function readKnownMeanwhile(session: Session): Promise<ConflictsAhead> {
  await session.loadConfig();
  // Who asks for the tree next is told what went wrong.
  session.openTree().catch(() => undefined);
  await setImmediate();
  return readConflictsAhead(session.state);
}

/** Conflicts that were not there on the tree of a revision; what git ignores has no history to tell by. */
async function findNew(
  session: Session,
  revision: string,
  names: readonly string[],
): Promise<(conflicts: readonly Conflict[]) => Promise<readonly Conflict[]>> {
  const before = await onBaseTree(session, revision, async (root) => {
    const base = openSession({
      root,
      platform: session.platform,
      environment: session.environment.environment,
    });
    const { conflicts } = await base.inOneLook(() =>
      findConflicts({ ...base, loadConfig: session.loadConfig }, names),
    );
    return new Set(conflicts.map(({ conflictId }) => conflictId));
  });
  return async (conflicts) => {
    const brought = conflicts.filter(({ conflictId }) => !before.has(conflictId));
    const files = [...new Set(brought.flatMap(({ places }) => places.map(({ file }) => file)))];
    const workspace = await session.openTree();
    const untracked = files.filter((file) => workspace.get(file)?.state !== "tracked");
    const ignored = await pathsIgnoredByGit(session.platform, session.root, untracked);
    return brought.filter(({ places }) => !places.every(({ file }) => ignored.has(file)));
  };
}

function withBaseline(conflicts: readonly Conflict[], baseline: ReadonlySet<string>): readonly Conflict[] {
  return conflicts.map((conflict) =>
    conflict.status === "pending" && baseline.has(conflict.conflictId) ? letBe(conflict) : conflict,
  );
}

function letBe(conflict: Conflict): Conflict {
  return { ...conflict, status: "ignored", silencedBy: "baseline", reason: `in ${BASELINE_NAME}` };
}

function inBaseline(conflicts: readonly Conflict[]): readonly Conflict[] {
  return conflicts.map((conflict) => (isOpen(conflict) ? letBe(conflict) : conflict));
}

interface Update {
  readonly all: readonly Conflict[];
  readonly isChecked: (rule: string) => boolean;
  readonly baseline: ReturnType<typeof readBaseline>;
}

function update(session: Session, { all, isChecked, baseline }: Update): Diagnostic {
  const count = writeBaseline(session, { conflicts: all, isChecked, before: baseline });
  return {
    severity: "info",
    code: "BASELINE_WRITTEN",
    message: `${count} conflicts stand in the baseline`,
    source: "conflicts",
    file: BASELINE_NAME,
    hint: "Commit it.",
  };
}

function touches({ places }: Conflict, folder: string): boolean {
  const bare = folder.replace(/^(\.\/)+/, "").replace(/\/+$/, "");
  return (
    bare === "" || bare === "." || places.some(({ file }) => file === bare || file.startsWith(`${bare}/`))
  );
}
