import { defineDetector } from "../../define-detector.ts";
import { detectEngines, verifyEngine } from "./detect.ts";

/** Container engines, and whether they answer. */
export const containerEngineDetector = defineDetector({
  id: "container-engine",
  title: "Container engines",
  resourceTypes: ["container"],
  reads: ["DOCKER_HOST", "sockets of Docker, Podman, Colima, OrbStack and Rancher Desktop"],
  ttlSeconds: 60,
  detect: detectEngines,
  verify: verifyEngine,
});
