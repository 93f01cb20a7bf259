import { renderEffects } from "../../changes/diff.ts";
import { executePlan, type ExecuteOptions } from "../../changes/execute.ts";
import { listHistory } from "../../changes/history.ts";
import { preparePlan, type PreparedPlan } from "../../changes/plan-builder.ts";
import { hasInterrupted } from "../../changes/places.ts";
import { settleInterrupted } from "../../changes/recover.ts";
import { undoExecution, type UndoOptions } from "../../changes/undo.ts";
import { hideSecretsInLine } from "../../config/secrets/hide-line.ts";
import type { Execution, HistoryEntry, StepInput } from "../../model/plan.ts";
import { isLocked } from "../../state/lock.ts";
import { readConfiguration } from "../configuration/read.ts";
import type { Session } from "../session.ts";
import { createChangeContext } from "./context.ts";
import type { RecoverySummary, UndoReport } from "./types.ts";

/** Makes a plan of steps; writes nothing. */
export async function planSteps(
  session: Session,
  steps: readonly StepInput[],
  { title }: { readonly title: string },
): Promise<PreparedPlan> {
  return preparePlan(await createChangeContext(session), steps, title);
}

/** Carries a prepared plan out. */
export async function applyPrepared(
  session: Session,
  prepared: Pick<PreparedPlan, "plan" | "contents">,
  options: ExecuteOptions,
): Promise<Execution> {
  return executePlan(await createChangeContext(session), prepared, options);
}

/** What a prepared plan does to files, as a unified diff. Values of keys that are secret anywhere are hidden. */
export async function renderDiff(
  session: Session,
  { effects, contents }: Pick<PreparedPlan, "effects" | "contents">,
): Promise<string> {
  if (effects.length === 0) return "";
  const { entries } = await readConfiguration(session);
  const secretKeys = new Set(entries.flatMap(({ key, isSecret }) => (isSecret ? [key] : [])));
  return renderEffects(effects, contents, (line) => hideSecretsInLine(line, secretKeys));
}

/** Takes an execution back. */
export async function undo(
  session: Session,
  id: string | undefined,
  options: UndoOptions = {},
): Promise<UndoReport> {
  return undoExecution(await createChangeContext(session), id, options);
}

/** What was changed, the latest first. */
export async function history(session: Session): Promise<readonly HistoryEntry[]> {
  return listHistory(await createChangeContext(session));
}

/** Puts right what a killed run left. Throws `RECOVERY_NEEDED` when it is not asked for and is not safe. */
export async function recover(
  session: Session,
  { isAsked }: { readonly isAsked: boolean },
): Promise<RecoverySummary | undefined> {
  const { platform, state } = session;
  if (!hasInterrupted({ platform, stateFolder: state.path })) return undefined;
  if (!isAsked && isLocked(state, "changes-lock")) return undefined;
  const context = await createChangeContext(session);
  return context.withLock(() => settleInterrupted(context, { isAsked }));
}
