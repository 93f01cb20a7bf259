import { openPack } from "../../changes/pack.ts";
import type { PreparedPlan } from "../../changes/plan-builder.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { JsonValue } from "../../model/json.ts";
import type { StepInput } from "../../model/plan.ts";
import type {
  PlannedResolution,
  RefusedConflict,
  Resolution,
  ResolvedConflict,
} from "../../model/resolution.ts";
import { toTimestamp } from "../../model/time.ts";
import { planConflicts, type PlannedConflict } from "../../resolution/plan-conflicts.ts";
import { readContentKey } from "../../state/content-key.ts";
import { withLock } from "../../state/lock.ts";
import { resolutionPack, writeResolution } from "../../state/resolution-documents.ts";
import { planSteps, renderDiff } from "../changes/apply.ts";
import type { Session } from "../session.ts";
import { chooseConflicts } from "./choose.ts";
import { createResolutionContext } from "./context.ts";
import type { ResolutionRequest } from "./types.ts";

/** Plans how conflicts end, as one plan, and keeps it; no file of the project is changed. */
export async function resolveConflicts(
  session: Session,
  request: ResolutionRequest,
): Promise<PlannedResolution> {
  return session.inOneLook(async () => {
    const requests = await chooseConflicts(session, request);
    if (requests.length === 0)
      throw new OrchestraError("CONFLICT_NOT_FOUND", "there is no such conflict to resolve", {
        hint: "`orchestra setup --conflicts` lists what there is.",
      });
    const context = await createResolutionContext(session, request.actions ?? []);
    const planned = await planConflicts(requests, context);
    const { inputs, parts } = numberSteps(planned);
    const refused = planned.flatMap(toRefused);
    if (refused.length === planned.length) throw refusal(refused);
    const title = titleOf(parts.map(({ of }) => of));
    const prepared = inputs.length === 0 ? undefined : await planSteps(session, inputs, { title });
    const createdAt = toTimestamp(session.platform.clock.now());
    const conflicts = parts.map(({ of, steps }) => toConflict(of, steps, request));
    const [first] = conflicts;
    if (first === undefined) throw new Error("what is not refused is planned");
    const resolution: Resolution = {
      resolutionId: nameResolution(session, createdAt, JSON.stringify([conflicts, prepared?.plan.id])),
      conflictId: first.conflictId,
      strategy: first.strategy,
      status: conflicts.every(({ status }) => status === "manual") ? "manual" : "planned",
      conflicts,
      refused,
      ...(prepared === undefined ? {} : { plan: prepared.plan }),
      createdAt,
    };
    await keep(session, resolution, prepared);
    return { ...resolution, diff: prepared === undefined ? "" : await renderDiff(session, prepared) };
  });
}

interface Part {
  readonly of: PlannedConflict;
  /** Ids of its steps. */
  readonly steps: readonly string[];
}

/** Steps get their ids here, so that each conflict knows its own. */
function numberSteps(planned: readonly PlannedConflict[]): {
  readonly inputs: readonly StepInput[];
  readonly parts: readonly Part[];
} {
  const inputs: StepInput[] = [];
  const parts: Part[] = [];
  for (const one of planned) {
    if ("refused" in one.answer) continue;
    const steps = one.answer.steps.map((step, index) => ({ ...step, id: `s${inputs.length + index + 1}` }));
    inputs.push(...steps);
    parts.push({ of: one, steps: steps.map(({ id }) => id) });
  }
  return { inputs, parts };
}

function toConflict(
  { conflict, strategy }: PlannedConflict,
  steps: readonly string[],
  { reason }: ResolutionRequest,
): ResolvedConflict {
  const { conflictId, rule } = conflict;
  const isWaiting = strategy === "manual" && steps.length === 0;
  return {
    conflictId,
    rule,
    strategy,
    status: isWaiting ? "manual" : "planned",
    ...(strategy === "keep_all" ? { reason: reason ?? "accepted as it is (keep_all)" } : {}),
    steps,
  };
}

function toRefused({ conflict, strategy, answer }: PlannedConflict): readonly RefusedConflict[] {
  if (!("refused" in answer)) return [];
  const { conflictId, rule } = conflict;
  return [{ conflictId, rule, strategy, reason: answer.refused }];
}

function refusal(refused: readonly RefusedConflict[]): OrchestraError {
  const [first] = refused;
  const more = refused.length > 1 ? `; and ${refused.length - 1} more` : "";
  return new OrchestraError(
    "STRATEGY_REFUSED",
    `${first?.strategy ?? ""} leaves ${first?.conflictId ?? ""} alone: ${first?.reason ?? ""}${more}`,
    { hint: "Another strategy may do, or --strategy manual with changes of your own." },
  );
}

function titleOf(planned: readonly PlannedConflict[]): string {
  const [first] = planned;
  const rest = planned.length > 1 ? ` and ${planned.length - 1} more` : "";
  return `resolve ${first?.conflict.conflictId ?? ""}${rest}`;
}

function nameResolution({ platform }: Session, createdAt: string, about: string): string {
  const time = createdAt.replaceAll(/[-:]/g, "").replace(".", "-").replace("Z", "");
  return `${time}-${platform.hash.sha256(about).slice(0, 8)}`;
}

/** The plan, and beside it what it writes, sealed. */
async function keep(
  session: Session,
  resolution: Resolution,
  prepared: PreparedPlan | undefined,
): Promise<void> {
  const { state, platform } = session;
  await withLock(state, () => {
    writeResolution(state, resolution);
    if (prepared === undefined) return;
    const path = resolutionPack(state, resolution.resolutionId);
    const pack = openPack({ platform, path, key: readContentKey(state) });
    for (const id of textsIn(prepared.plan.steps.map(({ change }) => change.params))) {
      const bytes = /^[0-9a-f]{64}$/.test(id) ? prepared.contents.find(id) : undefined;
      if (bytes !== undefined) pack.add(id, bytes);
    }
    pack.sync();
    pack.close();
  });
}

/** Every text in a value, however deep. */
function textsIn(value: JsonValue | undefined): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  const members: readonly (JsonValue | undefined)[] = Object.values(value);
  return members.flatMap(textsIn);
}
