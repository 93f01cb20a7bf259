import type { Resource } from "../model/resource.ts";
import { toTimestamp } from "../model/time.ts";
import { runDetector } from "./run-detector.ts";
import type { DetectContext, Detector, Verification } from "./types.ts";
import { verifyRegistered } from "./verify-registered.ts";
import { withUniqueIds } from "./unique-ids.ts";

/** One question may take this long; what was not answered by then is `unknown`. */
const DEADLINE_MS = 5_000;

/** Asks each resource again in the way that fits its type, all at once; the order stays. */
export async function verifyResources(
  resources: readonly Resource[],
  detectors: readonly Detector[],
  context: DetectContext,
): Promise<readonly Resource[]> {
  const askers = new Map(detectors.map((detector) => [detector.id, createAsker(detector, context)]));
  return Promise.all(
    resources.map(async (resource) => {
      const ask = askerOf(resource, askers, context);
      return verified(resource, await withDeadline(ask, context), context);
    }),
  );
}

type Ask = (resource: Resource) => Promise<Verification>;

function askerOf(resource: Resource, askers: ReadonlyMap<string, Ask>, context: DetectContext) {
  const ask = askers.get(resource.source.detector);
  if (ask !== undefined) return () => ask(resource);
  if (resource.source.detector === "user") return () => verifyRegistered(resource, context);
  return async (): Promise<Verification> => ({
    status: "unknown",
    reason: `the detector ${resource.source.detector} is not there to ask it`,
  });
}

/** A detector without a question of its own looks again, once for all its resources. */
function createAsker(detector: Detector, context: DetectContext): Ask {
  const { verify } = detector;
  if (verify !== undefined) return async (resource) => verify(resource, context);
  let secondLook: Promise<ReadonlyMap<string, Resource> | undefined> | undefined;
  return async (resource) => {
    secondLook ??= lookAgain(detector, context);
    const found = await secondLook;
    if (found === undefined) return { status: "unknown", reason: `${detector.title}: the detector failed` };
    const again = found.get(resource.id);
    if (again === undefined)
      return { status: "missing", reason: "no longer found by the detector that reported it" };
    return { status: again.status, reason: again.statusReason, version: again.version };
  };
}

async function lookAgain(
  detector: Detector,
  context: DetectContext,
): Promise<ReadonlyMap<string, Resource> | undefined> {
  const report = await runDetector(detector, context);
  if (!report.isComplete) return undefined;
  return new Map(withUniqueIds(report.resources).map((resource) => [resource.id, resource]));
}

async function withDeadline(ask: () => Promise<Verification>, context: DetectContext): Promise<Verification> {
  const answered = new AbortController();
  const late = context.platform.clock.sleep(DEADLINE_MS, answered.signal).then((): Verification => {
    return { status: "unknown", reason: `no answer within ${DEADLINE_MS / 1_000} s` };
  });
  try {
    return await Promise.race([ask(), late]);
  } catch (error) {
    return {
      status: "unknown",
      reason: `it could not be asked: ${error instanceof Error ? error.name : "error"}`,
    };
  } finally {
    answered.abort();
  }
}

function verified(resource: Resource, answer: Verification, context: DetectContext): Resource {
  const { statusReason: _before, ...rest } = resource;
  return {
    ...rest,
    status: answer.status,
    ...(answer.reason === undefined ? {} : { statusReason: answer.reason }),
    ...(answer.version === undefined ? {} : { version: answer.version }),
    observedAt: toTimestamp(context.platform.clock.now()),
  };
}
