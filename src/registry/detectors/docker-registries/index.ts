import { defineDetector } from "../../define-detector.ts";
import { verifyByLookingAgain } from "../../credentials/verify-credential.ts";
import { detectRegistries } from "./detect.ts";

export const dockerRegistriesDetector = defineDetector({
  id: "docker-registries",
  title: "Container registries that Docker is logged in to",
  resourceTypes: ["credential"],
  reads: ["~/.docker/config.json ($DOCKER_CONFIG)"],
  ttlSeconds: 3_600,
  detect: detectRegistries,
  verify: verifyByLookingAgain(detectRegistries),
});
