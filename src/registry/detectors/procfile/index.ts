import { defineDetector } from "../../define-detector.ts";
import { extractProcfile } from "./extract.ts";

/** Processes that Procfiles declare. */
export const procfileDetector = defineDetector({
  id: "procfile",
  title: "Procfile processes",
  resourceTypes: ["local_service"],
  reads: ["Procfile and its variants"],
  ttlSeconds: 3_600,
  files: {
    stems: ["procfile"],
    accepts: (path) => /(^|\/)procfile(\.[\w-]+)?$/i.test(path),
    extract: extractProcfile,
  },
});
