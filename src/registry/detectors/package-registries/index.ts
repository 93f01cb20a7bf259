import { defineDetector } from "../../define-detector.ts";
import { verifyByLookingAgain } from "../../credentials/verify-credential.ts";
import { detectPackageLogins } from "./detect.ts";

export const packageRegistriesDetector = defineDetector({
  id: "package-registries",
  title: "Logins of package managers other than npm",
  resourceTypes: ["access_token", "credential"],
  reads: [
    "~/.pypirc",
    "~/.config/pip/pip.conf ($PIP_CONFIG_FILE)",
    "~/.gem/credentials",
    "~/.cargo/credentials.toml ($CARGO_HOME)",
    "~/.terraform.d/credentials.tfrc.json",
    "~/.config/composer/auth.json ($COMPOSER_HOME)",
  ],
  ttlSeconds: 3_600,
  detect: detectPackageLogins,
  verify: verifyByLookingAgain(detectPackageLogins),
});
