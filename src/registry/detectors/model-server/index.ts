import { defineDetector } from "../../define-detector.ts";
import { detectModels } from "./detect.ts";

/** Local model servers and their models. */
export const modelServerDetector = defineDetector({
  id: "model-server",
  title: "Local models",
  resourceTypes: ["ai_model", "ai_tool"],
  reads: [
    "127.0.0.1 ports 11434, 1234, 8080 and 8000",
    "OLLAMA_HOST and OLLAMA_MODELS",
    "~/.ollama/models/manifests",
  ],
  ttlSeconds: 60,
  detect: detectModels,
});
