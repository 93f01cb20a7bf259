import { referenceRule } from "./missing-reference.ts";

/** Paths in CODEOWNERS that are written out whole. */
export const codeownersPathMissing = referenceRule({
  rule: "codeowners_path_missing",
  title: "CODEOWNERS names a path that is not there",
  severity: "low",
  kinds: ["codeowners"],
  hint: "Mend the path, or take the line out: it gives nobody anything to own.",
});
