import type { Detector } from "../types.ts";
import { configFileDetector } from "./config-file/index.ts";
import { documentDetector } from "./document/index.ts";

/** Every detector that `orchestra` has. `npm run new:detector NAME` adds to it. */
export const DETECTORS: readonly Detector[] = [configFileDetector, documentDetector];
