import { defineDetector } from "../../define-detector.ts";
import { verifyDeclared } from "../../verify-declared.ts";
import { combineDeclared } from "./api-drafts.ts";
import { extractDeclared } from "./extract.ts";

/** What of Google Cloud the repository itself declares: APIs that it enables, services that it deploys. */
export const gcpDeclaredDetector = defineDetector({
  id: "gcp-declared",
  title: "Google Cloud declarations",
  resourceTypes: ["gcp_api", "gcp_service"],
  reads: ["*.tf", "app.yaml", "cloudbuild.yaml", "Cloud Run and Config Connector manifests"],
  ttlSeconds: 3_600,
  files: {
    suffixes: [".tf", ".json", ".yaml", ".yml"],
    accepts: (path) =>
      (!path.endsWith(".json") || path.endsWith(".tf.json")) &&
      !/(^|\/)\.github\/|(^|\/)pnpm-lock\.yaml$/.test(path),
    maxBytes: 262_144,
    extract: extractDeclared,
    combine: combineDeclared,
  },
  verify: verifyDeclared,
});
