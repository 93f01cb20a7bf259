import { defineDetector } from "../../define-detector.ts";
import { detectProviders, verifyProvider } from "./detect.ts";

/** Providers of models whose keys are present, by name. */
export const aiProviderDetector = defineDetector({
  id: "ai-provider",
  title: "Model providers",
  resourceTypes: ["ai_tool"],
  reads: ["names of environment variables"],
  ttlSeconds: 3_600,
  detect: detectProviders,
  verify: verifyProvider,
});
