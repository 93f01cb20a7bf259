import { sortDiagnostics, type Diagnostic } from "../model/diagnostic.ts";
import type { Resource } from "../model/resource.ts";
import { runDetector, type DetectorReport } from "./run-detector.ts";
import { selectFiles } from "./select-files.ts";
import type { DetectContext, Detector, ExtractionCache } from "./types.ts";
import { withUniqueIds } from "./unique-ids.ts";

/** What all detectors together found. */
export interface Discovery {
  /** Sorted, each id once. */
  readonly resources: readonly Resource[];
  /** Ids of the detectors that ran to their end: only these may drop what they reported before. */
  readonly completeDetectors: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** What detectors threw, for `--debug`. */
  readonly failures: readonly unknown[];
}

export interface DiscoverOptions {
  readonly detectors: readonly Detector[];
  readonly extractions?: ExtractionCache | undefined;
  /** Called as detectors finish. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Runs detectors at once over one listing of the tree. */
export async function discover(context: DetectContext, options: DiscoverOptions): Promise<Discovery> {
  const files = selectFiles(options.detectors, context.workspace.files);
  let done = 0;
  const reports = await Promise.all(
    options.detectors.map(async (detector) => {
      const wanted = files.get(detector.id) ?? [];
      const report = await runDetector(detector, context, {
        files: wanted,
        extractions: options.extractions,
      });
      done += 1;
      options.onProgress?.(done, options.detectors.length);
      return report;
    }),
  );
  return summarize(reports, context);
}

function summarize(reports: readonly DetectorReport[], context: DetectContext): Discovery {
  const diagnostics = [...context.workspace.diagnostics, ...reports.flatMap((report) => report.diagnostics)];
  return {
    resources: withUniqueIds(reports.flatMap((report) => report.resources)),
    completeDetectors: reports.filter((report) => report.isComplete).map((report) => report.detectorId),
    diagnostics: sortDiagnostics(diagnostics),
    failures: reports.map((report) => report.failure).filter((failure) => failure !== undefined),
  };
}
