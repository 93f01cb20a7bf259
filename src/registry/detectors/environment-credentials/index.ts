import { defineDetector } from "../../define-detector.ts";
import { detectVariables, verifyVariable } from "./detect.ts";

export const environmentCredentialsDetector = defineDetector({
  id: "environment-credentials",
  title: "Credentials in environment variables",
  resourceTypes: ["credential", "access_token"],
  reads: ["environment variables by name; of a value only whether it is empty, has a login or names a file"],
  ttlSeconds: 300,
  detect: detectVariables,
  verify: verifyVariable,
});
