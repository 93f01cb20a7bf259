import { defineDetector } from "../../define-detector.ts";
import { verifyByLookingAgain } from "../../credentials/verify-credential.ts";
import { detectContexts } from "./detect.ts";

export const kubeconfigDetector = defineDetector({
  id: "kubeconfig",
  title: "Contexts of kubectl",
  resourceTypes: ["credential"],
  reads: ["~/.kube/config ($KUBECONFIG)", "the client certificates that it names, for their expiry"],
  ttlSeconds: 3_600,
  detect: detectContexts,
  verify: verifyByLookingAgain(detectContexts),
});
