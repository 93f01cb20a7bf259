import { isFixture, isVendored } from "../../paths.ts";
import type { ConflictRule } from "../../rule.ts";

/** Copies that were changed in one place and not in the other. */
export const driftedCopy: ConflictRule = {
  rule: "drifted_copy",
  conflictType: "file_conflict",
  severity: "low",
  isOff: true,
  title: "Copies that have drifted apart",
  reads: ["siblings"],
  strategies: ["manual", "keep_all"],
  evidence: { differing: "lines that only one of them has", common: "lines that both have" },
  find: ({ driftedPairs }) =>
    driftedPairs
      .filter(({ files }) => files.every((file) => !isVendored(file) && !isFixture(file)))
      .map(({ files, differing, common }) => ({
        about: files,
        message: `${files.join(" and ")} share ${common} lines and differ in ${differing}`,
        hint: "Make them one again, or keep them apart on purpose by ignoring this.",
        places: files.map((file) => ({ file })),
        evidence: { differing, common },
      })),
};
