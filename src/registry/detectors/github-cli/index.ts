import { defineDetector } from "../../define-detector.ts";
import { verifyByLookingAgain } from "../../credentials/verify-credential.ts";
import { detectHosts } from "./detect.ts";

export const githubCliDetector = defineDetector({
  id: "github-cli",
  title: "Hosts that gh and glab are logged in to",
  resourceTypes: ["access_token"],
  reads: ["~/.config/gh/hosts.yml ($GH_CONFIG_DIR)", "~/.config/glab-cli/config.yml ($GLAB_CONFIG_DIR)"],
  ttlSeconds: 3_600,
  detect: detectHosts,
  verify: verifyByLookingAgain(detectHosts),
});
