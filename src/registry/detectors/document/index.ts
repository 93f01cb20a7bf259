import { defineDetector } from "../../define-detector.ts";
import { extractDocument, isKnownDocument } from "./extract.ts";

/** Documents that an assistant or a newcomer should know. */
export const documentDetector = defineDetector({
  id: "document",
  title: "Documents",
  resourceTypes: ["document"],
  reads: ["the beginning of README, AGENTS.md, ADRs, runbooks and their like"],
  ttlSeconds: 3_600,
  files: {
    suffixes: [".md", ".mdc", ".markdown", ".rst", ".adoc", ".txt"],
    names: [
      "readme",
      "license",
      "licence",
      "copying",
      "notice",
      "contributing",
      "security",
      "changelog",
      "changes",
      "history",
      "news",
    ],
    accepts: isKnownDocument,
    extract: extractDocument,
  },
});
