import { defineDetector } from "../../define-detector.ts";
import { verifyByLookingAgain } from "../../credentials/verify-credential.ts";
import { detectHosts } from "./detect.ts";

export const netrcDetector = defineDetector({
  id: "netrc",
  title: "Hosts in netrc",
  resourceTypes: ["credential"],
  reads: ["~/.netrc ($NETRC, on Windows ~/_netrc)"],
  ttlSeconds: 3_600,
  detect: detectHosts,
  verify: verifyByLookingAgain(detectHosts),
});
