import { defineDetector } from "../../define-detector.ts";
import { detectCodespace, extractDevcontainer } from "./extract.ts";

/** Development containers, and the codespace that the program runs in. */
export const devcontainerDetector = defineDetector({
  id: "devcontainer",
  title: "Development containers",
  resourceTypes: ["codespace"],
  reads: ["devcontainer.json", "CODESPACES and CODESPACE_NAME"],
  ttlSeconds: 3_600,
  files: { names: ["devcontainer.json", ".devcontainer.json"], extract: extractDevcontainer },
  detect: detectCodespace,
});
