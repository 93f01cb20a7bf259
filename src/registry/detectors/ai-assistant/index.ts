import { defineDetector } from "../../define-detector.ts";
import { detectAssistants } from "./detect.ts";

/** Coding assistants that are installed or configured here. */
export const aiAssistantDetector = defineDetector({
  id: "ai-assistant",
  title: "Coding assistants",
  resourceTypes: ["ai_tool"],
  reads: [
    "PATH",
    "settings and instructions of assistants in the project and the home folder (only whether they are there)",
  ],
  ttlSeconds: 3_600,
  detect: detectAssistants,
});
