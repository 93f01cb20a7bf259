import { defineDetector } from "../../define-detector.ts";
import { detectProjects } from "./detect.ts";
import { extractProjects } from "./extract.ts";
import { combineProjects } from "./project-draft.ts";

/** Google Cloud projects that this machine or the repository names. */
export const gcpProjectDetector = defineDetector({
  id: "gcp-project",
  title: "Google Cloud projects",
  resourceTypes: ["gcp_service"],
  reads: [
    "GOOGLE_CLOUD_PROJECT and its relatives",
    "the active configuration of gcloud",
    "the quota project of application default credentials",
    "*.tf, app.yaml, cloudbuild.yaml and .firebaserc",
  ],
  ttlSeconds: 3_600,
  detect: detectProjects,
  files: {
    names: ["app.yaml", "app.yml", "cloudbuild.yaml", "cloudbuild.yml", ".firebaserc"],
    suffixes: [".tf", ".json"],
    accepts: (path) => !path.endsWith(".json") || path.endsWith(".tf.json"),
    extract: extractProjects,
    combine: combineProjects,
  },
});
