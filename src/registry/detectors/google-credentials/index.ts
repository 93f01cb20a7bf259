import { defineDetector } from "../../define-detector.ts";
import { verifyByLookingAgain, verifyInTree } from "../../credentials/verify-credential.ts";
import { detectGoogle } from "./detect.ts";
import { keyFiles } from "./keys.ts";

export const googleCredentialsDetector = defineDetector({
  id: "google-credentials",
  title: "Credentials of Google",
  resourceTypes: ["credential", "service_account"],
  reads: [
    "the file that $GOOGLE_APPLICATION_CREDENTIALS names",
    "~/.config/gcloud/application_default_credentials.json ($CLOUDSDK_CONFIG)",
    "~/.config/gcloud/configurations/config_* and the names of ~/.config/gcloud/legacy_credentials/*",
    "*.json of the tree up to 64 KiB",
  ],
  ttlSeconds: 3_600,
  detect: detectGoogle,
  files: keyFiles,
  verify: verifyInTree(keyFiles, verifyByLookingAgain(detectGoogle)),
});
