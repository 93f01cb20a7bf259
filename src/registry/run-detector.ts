import type { Diagnostic } from "../model/diagnostic.ts";
import type { Resource, ResourceDraft } from "../model/resource.ts";
import type { WorkspaceFile } from "../workspace/types.ts";
import { toTimestamp } from "../model/time.ts";
import { completeDraft } from "./complete-draft.ts";
import { extractFiles } from "./extract-files.ts";
import { selectFiles } from "./select-files.ts";
import type { DetectContext, Detector, ExtractionCache } from "./types.ts";

/** What one detector found in one run. */
export interface DetectorReport {
  readonly detectorId: string;
  /** False when it failed: what it reported before still stands then. */
  readonly isComplete: boolean;
  readonly resources: readonly Resource[];
  readonly diagnostics: readonly Diagnostic[];
  /** What was thrown, for `--debug`. */
  readonly failure?: unknown;
}

export interface DetectorRunOptions {
  /** The files it wants; chosen from the workspace when not given. */
  readonly files?: readonly WorkspaceFile[];
  readonly extractions?: ExtractionCache | undefined;
}

/** Runs one detector. A detector that fails costs one diagnostic, never the run. */
export async function runDetector(
  detector: Detector,
  context: DetectContext,
  options: DetectorRunOptions = {},
): Promise<DetectorReport> {
  try {
    return await detectAll(detector, context, options);
  } catch (error) {
    return failedReport(detector, error);
  }
}

async function detectAll(
  detector: Detector,
  context: DetectContext,
  options: DetectorRunOptions,
): Promise<DetectorReport> {
  const files = options.files ?? selectFiles([detector], context.workspace.files).get(detector.id) ?? [];
  const [seen, extracted] = await Promise.all([
    detector.detect?.(context),
    extractFiles({ detector, files, context, extractions: options.extractions }),
  ]);
  const found = [...(seen?.resources ?? []), ...extracted.resources];
  const drafts = (await detector.files?.combine?.(found, context)) ?? found;
  return {
    detectorId: detector.id,
    isComplete: true,
    resources: complete(drafts, detector, context),
    diagnostics: [...(seen?.diagnostics ?? []), ...(extracted.diagnostics ?? [])],
  };
}

function complete(
  drafts: readonly ResourceDraft[],
  detector: Detector,
  context: DetectContext,
): readonly Resource[] {
  const observedAt = toTimestamp(context.platform.clock.now());
  const facts = { detector, environment: context.environment, observedAt };
  return drafts.map((draft) => completeDraft(draft, facts));
}

function failedReport(detector: Detector, error: unknown): DetectorReport {
  const diagnostic: Diagnostic = {
    severity: "error",
    code: "DETECTOR_FAILED",
    message: `${detector.title} failed: ${error instanceof Error ? error.name : "unknown error"}`,
    source: detector.id,
    file: ".",
    hint: "Run again with --debug to see where; what it reported before is kept.",
  };
  return {
    detectorId: detector.id,
    isComplete: false,
    resources: [],
    diagnostics: [diagnostic],
    failure: error,
  };
}
