import { defineDetector } from "../../define-detector.ts";
import { isDockerfile } from "../../../workspace/documents/dockerfile-path.ts";
import { extractDockerfile } from "./extract.ts";

/** Images that the project builds. */
export const dockerfileDetector = defineDetector({
  id: "dockerfile",
  title: "Dockerfiles",
  resourceTypes: ["container"],
  reads: ["Dockerfile, Containerfile and their variants"],
  ttlSeconds: 3_600,
  files: {
    stems: ["dockerfile", "containerfile", "dockerfile-dev", "dockerfile-prod"],
    suffixes: [".dockerfile", ".containerfile"],
    accepts: isDockerfile,
    extract: extractDockerfile,
  },
});
