import { defineDetector } from "../../define-detector.ts";
import { verifyByLookingAgain, verifyInTree } from "../../credentials/verify-credential.ts";
import { detectHomeKeys } from "./home-keys.ts";
import { treeKeys } from "./tree-keys.ts";

export const sshKeysDetector = defineDetector({
  id: "ssh-keys",
  title: "Private keys of SSH and in the tree",
  resourceTypes: ["credential"],
  reads: ["~/.ssh/*", "*.pem, *.key, *.ppk and id_* of the tree up to 64 KiB"],
  ttlSeconds: 3_600,
  detect: detectHomeKeys,
  files: treeKeys,
  verify: verifyInTree(treeKeys, verifyByLookingAgain(detectHomeKeys)),
});
