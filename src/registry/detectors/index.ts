import type { Detector } from "../types.ts";

/** Every detector that `orchestra` has, by id. `npm run new:detector` adds to it. */
export const DETECTORS: readonly Detector[] = [];
