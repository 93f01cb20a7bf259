import { defineDetector } from "../../define-detector.ts";
import { extractConfigFile, refineConfigFile } from "./extract.ts";
import { CATALOGUE, matchCatalogue } from "./match.ts";

/** Configuration files anywhere in the tree, by a catalogue of names. */
export const configFileDetector = defineDetector({
  id: "config-file",
  title: "Configuration files",
  resourceTypes: ["config"],
  reads: ["names of files in the tree"],
  ttlSeconds: 3_600,
  files: {
    names: CATALOGUE.flatMap((entry) => entry.names),
    stems: CATALOGUE.flatMap((entry) => entry.stems),
    suffixes: CATALOGUE.flatMap((entry) => entry.suffixes),
    accepts: (path) => matchCatalogue(path) !== undefined,
    extract: extractConfigFile,
    refine: refineConfigFile,
  },
});
