import { isComposePath } from "../../../workspace/documents/compose.ts";
import { defineDetector } from "../../define-detector.ts";
import { readListeningPorts } from "../../listening-ports.ts";
import { extractCompose } from "./extract.ts";
import { withFolders, withPresence } from "./presence.ts";

/** Services that compose files declare, and whether they are up. */
export const composeDetector = defineDetector({
  id: "compose",
  title: "Compose services",
  resourceTypes: ["container"],
  reads: ["compose files", "/proc/net/tcp and tcp6"],
  ttlSeconds: 60,
  files: {
    suffixes: [".yml", ".yaml"],
    accepts: isComposePath,
    extract: extractCompose,
    combine: async (drafts, context) => {
      const listening = drafts.length === 0 ? new Set<number>() : await readListeningPorts(context.platform);
      return withFolders(drafts).map((draft) => withPresence(draft, listening));
    },
  },
});
