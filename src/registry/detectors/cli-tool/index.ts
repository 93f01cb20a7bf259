import { defineDetector } from "../../define-detector.ts";
import { detectTools } from "./detect.ts";
import { verifyTool } from "./verify.ts";

/** Programs that people and assistants work with, on PATH. */
export const cliToolDetector = defineDetector({
  id: "cli-tool",
  title: "Command line tools",
  resourceTypes: ["cli_tool"],
  reads: ["PATH", "version files beside programs", "the output of programs asked for their version"],
  ttlSeconds: 86_400,
  detect: detectTools,
  verify: verifyTool,
});
