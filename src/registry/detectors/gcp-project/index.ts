import { defineDetector } from "../../define-detector.ts";
import { detectProjects } from "./detect.ts";
import { extractProjects } from "./extract.ts";
import { combineProjects } from "./project-draft.ts";
import { followVariables } from "./terraform-projects.ts";

/** Google Cloud projects that this machine or the repository names. */
export const gcpProjectDetector = defineDetector({
  id: "gcp-project",
  title: "Google Cloud projects",
  resourceTypes: ["gcp_service"],
  reads: [
    "GOOGLE_CLOUD_PROJECT and its relatives",
    "the active configuration of gcloud",
    "the quota project of application default credentials",
    "*.tf, terraform.tfvars, *.auto.tfvars, app.yaml, cloudbuild.yaml, skaffold.yaml, .firebaserc and manifests of Cloud Run",
  ],
  ttlSeconds: 3_600,
  detect: detectProjects,
  files: {
    names: [".firebaserc"],
    suffixes: [".tf", ".tfvars", ".json", ".yaml", ".yml"],
    accepts: (path) =>
      (!path.endsWith(".json") || path.endsWith(".tf.json")) &&
      !/(^|\/)\.github\/|(^|\/)pnpm-lock\.yaml$/.test(path),
    maxBytes: 262_144,
    extract: extractProjects,
    combine: (drafts) => combineProjects(followVariables(drafts)),
  },
});
