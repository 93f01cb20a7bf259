import { defineDetector } from "../../define-detector.ts";
import { detectRepository } from "./detect.ts";
import { verifyRepository } from "./verify.ts";

/** The git repository of the project and where it comes from. */
export const githubRepositoryDetector = defineDetector({
  id: "github-repository",
  title: "Repository",
  resourceTypes: ["github_action"],
  reads: [
    ".git/config",
    ".git/HEAD",
    ".git/refs and .git/packed-refs",
    "~/.gitconfig (insteadOf and init.defaultBranch)",
  ],
  ttlSeconds: 3_600,
  detect: detectRepository,
  verify: verifyRepository,
});
