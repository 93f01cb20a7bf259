import { verifyConfiguration } from "./verify.ts";
import { defineDetector } from "../../define-detector.ts";
import { detectConfigurations } from "./detect.ts";

export const gcloudConfigDetector = defineDetector({
  id: "gcloud-config",
  title: "Configurations of gcloud",
  resourceTypes: ["gcp_service"],
  reads: [
    "~/.config/gcloud/active_config",
    "~/.config/gcloud/configurations/config_*",
    "CLOUDSDK_CONFIG, CLOUDSDK_ACTIVE_CONFIG_NAME and the CLOUDSDK_* variables that override a property",
  ],
  ttlSeconds: 3_600,
  detect: detectConfigurations,
  verify: verifyConfiguration,
});
