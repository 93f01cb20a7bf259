import { defineDetector } from "../../define-detector.ts";
import { detectServices, verifyService } from "./detect.ts";

/** What listens on this machine, asked in its own protocol. */
export const localServiceDetector = defineDetector({
  id: "local-service",
  title: "Local services",
  resourceTypes: ["local_service"],
  reads: ["/proc/net/tcp, tcp6 and unix, or lsof or netstat", "the first bytes that local servers answer"],
  ttlSeconds: 60,
  detect: detectServices,
  verify: verifyService,
});
