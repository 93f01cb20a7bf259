import { isInTemplateFolder } from "../../paths.ts";
import { referenceRule } from "./missing-reference.ts";

/** Relative imports of JavaScript, TypeScript and Python. */
export const brokenImport = referenceRule({
  rule: "broken_import",
  title: "An import of a file that is not there",
  severity: "high",
  kinds: ["import"],
  inTemplates: "none",
  hint: "Point it to where the file went.",
  // What a generator copies imports what stands where it is copied to.
  lighter: ({ file }) => (isInTemplateFolder(file) ? "low" : undefined),
});
