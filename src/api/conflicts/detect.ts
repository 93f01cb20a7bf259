import type { ConflictRule } from "../../conflicts/rule.ts";
import { CONFLICT_RULES } from "../../conflicts/rules.ts";
import type { Conflict, ConflictSeverity } from "../../model/conflict.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { ProjectConfig } from "../../model/project-config.ts";
import { toTimestamp } from "../../model/time.ts";
import { readConflicts, updateConflicts } from "../../state/conflict-documents.ts";
import { createPathMatcher } from "../../workspace/path-matcher.ts";
import type { Notes, Session } from "../session.ts";
import type { ConflictFilter } from "../types.ts";
import { gatherSnapshot } from "./gather.ts";

/** What is found now, ignored ones among it, the worst first. */
export async function detectConflicts(
  session: Session,
  names: readonly string[],
): Promise<{ readonly conflicts: readonly Conflict[]; readonly notes: Notes }> {
  return session.inOneLook(async () => {
    const { config } = await session.loadConfig();
    const rules = chooseRules(names, config);
    const { snapshot, diagnostics } = await gatherSnapshot(session);
    const isLeftOut = await createPathMatcher(config.conflicts?.ignore ?? []);
    const at = toTimestamp(session.platform.clock.now());
    const found = rules.flatMap(({ rule, severity }) =>
      rule
        .find(snapshot)
        .filter(({ places }) => !places.every(({ file }) => isLeftOut(file)))
        .map((finding): Conflict => ({
          conflictId: idOf(session, rule.rule, finding.about),
          conflictType: rule.conflictType,
          rule: rule.rule,
          severity,
          status: "pending",
          ...finding,
          firstSeen: at,
          lastSeen: at,
        })),
    );
    const checked = new Set(rules.map(({ rule }) => rule.rule));
    const isComplete = names.length === 0;
    const stored = await updateConflicts(session.state, (known) =>
      mergeConflicts(known, found, { at, isChecked: (rule) => isComplete || checked.has(rule) }),
    );
    const ids = new Set(found.map(({ conflictId }) => conflictId));
    const conflicts = stored.conflicts.filter(({ conflictId }) => ids.has(conflictId));
    return {
      conflicts: sortConflicts(conflicts),
      notes: { diagnostics: [...diagnostics, ...stored.diagnostics], failures: [] },
    };
  });
}

/** What is known, without looking again. */
export function listConflicts(session: Session, filter: ConflictFilter): readonly Conflict[] {
  const { status, rule } = filter;
  return sortConflicts(readConflicts(session.state).conflicts).filter(
    (conflict) =>
      (status === undefined || conflict.status === status) && (rule === undefined || conflict.rule === rule),
  );
}

/** A person looked at it and lets it be. Throws `CONFLICT_NOT_FOUND`. */
export async function ignoreConflict(session: Session, id: string, reason: string): Promise<Conflict> {
  const known = readConflicts(session.state).conflicts;
  if (!known.some(({ conflictId }) => conflictId === id)) {
    throw new OrchestraError(
      "CONFLICT_NOT_FOUND",
      `no conflict has the id ${JSON.stringify(id.slice(0, 80))}`,
      {
        hint: "`orchestra conflicts list` gives the ids.",
      },
    );
  }
  const { conflicts } = await updateConflicts(session.state, (all) =>
    all.map((conflict) =>
      conflict.conflictId === id ? { ...conflict, status: "ignored" as const, reason } : conflict,
    ),
  );
  const [ignored] = conflicts.filter(({ conflictId }) => conflictId === id);
  if (ignored === undefined) throw new Error("what was just ignored is kept");
  return ignored;
}

interface ChosenRule {
  readonly rule: ConflictRule;
  readonly severity: ConflictSeverity;
}

/** Throws `USAGE` for a rule that does not exist, `CONFIG_INVALID` for one in the settings. */
function chooseRules(names: readonly string[], config: ProjectConfig): readonly ChosenRule[] {
  const settings = config.conflicts?.rules ?? {};
  const known = CONFLICT_RULES.map(({ rule }) => rule);
  const unknown = [...names, ...Object.keys(settings)].find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new OrchestraError(
      names.includes(unknown) ? "USAGE" : "CONFIG_INVALID",
      `no rule is called ${JSON.stringify(unknown)}`,
      {
        hint: `There are: ${known.join(", ")}.`,
      },
    );
  }
  return CONFLICT_RULES.flatMap((rule) => {
    const severity = settings[rule.rule] ?? rule.severity;
    if (names.length > 0 ? !names.includes(rule.rule) : severity === "off") return [];
    return [{ rule, severity: severity === "off" ? rule.severity : severity }];
  });
}

function idOf({ platform }: Session, rule: string, about: readonly string[]): string {
  return `${rule}-${platform.hash.sha256(JSON.stringify([rule, ...about])).slice(0, 12)}`;
}

interface Moment {
  readonly at: string;
  readonly isChecked: (rule: string) => boolean;
}

/** What was known and is found again keeps its history; what is gone is resolved; what comes back is open again. */
function mergeConflicts(
  known: readonly Conflict[],
  found: readonly Conflict[],
  { at, isChecked }: Moment,
): readonly Conflict[] {
  const before = new Map(known.map((conflict) => [conflict.conflictId, conflict]));
  const now = new Map(found.map((conflict) => [conflict.conflictId, conflict]));
  const kept = [...now.values()].map((conflict) => {
    const { status, firstSeen, reason } = before.get(conflict.conflictId) ?? conflict;
    const isIgnored = status === "ignored" && reason !== undefined;
    return { ...conflict, firstSeen, ...(isIgnored ? { status, reason } : {}) };
  });
  const gone = known
    .filter(({ conflictId }) => !now.has(conflictId))
    .map((conflict) =>
      conflict.status === "resolved" || !isChecked(conflict.rule)
        ? conflict
        : { ...conflict, status: "resolved" as const, lastSeen: at },
    );
  return [...kept, ...gone].toSorted((a, b) => (a.conflictId < b.conflictId ? -1 : 1));
}

const ORDER: readonly ConflictSeverity[] = ["critical", "high", "medium", "low"];

function sortConflicts(conflicts: readonly Conflict[]): readonly Conflict[] {
  const place = ({ places: [first] }: Conflict) =>
    `${first?.file ?? ""}\0${String(first?.line ?? 0).padStart(9, "0")}`;
  return conflicts.toSorted((a, b) => {
    const bySeverity = ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity);
    if (bySeverity !== 0) return bySeverity;
    const [placeA, placeB] = [
      `${a.rule}\0${place(a)}\0${a.conflictId}`,
      `${b.rule}\0${place(b)}\0${b.conflictId}`,
    ];
    return placeA < placeB ? -1 : 1;
  });
}
