import { defineDetector } from "../../define-detector.ts";
import { verifyByLookingAgain } from "../../credentials/verify-credential.ts";
import { detectProfiles } from "./detect.ts";

export const awsProfilesDetector = defineDetector({
  id: "aws-profiles",
  title: "Profiles of AWS",
  resourceTypes: ["credential"],
  reads: [
    "~/.aws/config ($AWS_CONFIG_FILE)",
    "~/.aws/credentials ($AWS_SHARED_CREDENTIALS_FILE)",
    "~/.aws/sso/cache/*.json (start address and expiry)",
    "AWS_PROFILE, AWS_DEFAULT_PROFILE",
  ],
  ttlSeconds: 3_600,
  detect: detectProfiles,
  verify: verifyByLookingAgain(detectProfiles),
});
