import { defineDetector } from "../../define-detector.ts";
import { verifyByLookingAgain } from "../../credentials/verify-credential.ts";
import { detectStoredLogins } from "./detect.ts";

export const gitCredentialsDetector = defineDetector({
  id: "git-credentials",
  title: "Hosts in git's credential store",
  resourceTypes: ["credential"],
  reads: ["~/.git-credentials", "~/.config/git/credentials ($XDG_CONFIG_HOME)"],
  ttlSeconds: 3_600,
  detect: detectStoredLogins,
  verify: verifyByLookingAgain(detectStoredLogins),
});
