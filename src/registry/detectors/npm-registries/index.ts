import { defineDetector } from "../../define-detector.ts";
import { verifyByLookingAgain, verifyInTree } from "../../credentials/verify-credential.ts";
import { detectHomeRegistries, registryFiles } from "./files.ts";

export const npmRegistriesDetector = defineDetector({
  id: "npm-registries",
  title: "Logins to registries of npm and Yarn",
  resourceTypes: ["access_token", "credential"],
  reads: [
    "~/.npmrc ($NPM_CONFIG_USERCONFIG)",
    "~/.config/pnpm/rc",
    "~/.yarnrc.yml",
    ".npmrc and .yarnrc.yml anywhere in the tree",
  ],
  ttlSeconds: 3_600,
  detect: detectHomeRegistries,
  files: registryFiles,
  verify: verifyInTree(registryFiles, verifyByLookingAgain(detectHomeRegistries)),
});
