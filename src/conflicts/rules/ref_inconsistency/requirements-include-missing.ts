import { isFixture, isVendored } from "../../paths.ts";
import type { ConflictRule } from "../../rule.ts";

/** Requirements files that include one which is not there. */
export const requirementsIncludeMissing: ConflictRule = {
  rule: "requirements_include_missing",
  conflictType: "ref_inconsistency",
  severity: "high",
  title: "A requirements file includes one that is not there",
  find: ({ missingIncludes }) =>
    missingIncludes
      .filter(({ file }) => !isVendored(file) && !isFixture(file))
      .map(({ file, line, target }) => ({
        about: [file, target],
        message: `${file} includes ${target}, which is not there`,
        hint: "Add the file, or take the line out.",
        places: [{ file, line, key: target }],
        evidence: { target },
      })),
};
