import type { Detector } from "./types.ts";

/** Gives a detector its type and nothing else. */
export function defineDetector(detector: Detector): Detector {
  return detector;
}
