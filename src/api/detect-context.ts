import type { DetectContext } from "../registry/types.ts";
import { createProgramIndex } from "../registry/programs.ts";
import { openAnswerCache, type SavedAnswerCache } from "../state/answer-cache.ts";
import type { Session } from "./session.ts";

/** A fresh look at the tree and at PATH, and the answers of earlier runs. */
export async function createDetectContext(
  session: Session,
): Promise<{ readonly context: DetectContext; readonly answers: SavedAnswerCache }> {
  const { platform } = session;
  const answers = openAnswerCache(platform);
  const context: DetectContext = {
    platform,
    workspace: await session.openTree(),
    environment: session.environment.environment,
    isOffline: session.isOffline,
    programs: createProgramIndex(platform),
    cache: answers,
    serviceDeadlineMs: session.serviceDeadlineMs,
    signal: session.signal,
  };
  return { context, answers };
}
