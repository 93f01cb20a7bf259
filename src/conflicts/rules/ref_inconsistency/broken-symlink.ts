import { isFixture, isVendored } from "../../paths.ts";
import { folderOfFinding } from "../../causes.ts";
import type { ConflictRule } from "../../rule.ts";

/** Links that lead nowhere. */
export const brokenSymlink: ConflictRule = {
  rule: "broken_symlink",
  conflictType: "ref_inconsistency",
  severity: "medium",
  title: "A link that leads nowhere",
  reads: ["links"],
  strategies: ["manual", "keep_all"],
  evidence: { target: "as the link has it" },
  causeOf: folderOfFinding,
  find: ({ brokenLinks }) =>
    brokenLinks
      .filter(({ file }) => !isVendored(file) && !isFixture(file))
      .map(({ file, target }) => ({
        about: [file, target],
        message: `${file} links to ${target}, which is not there`,
        hint: "Point it to what it was meant for, or remove it.",
        places: [{ file, key: target }],
        evidence: { target },
        // In the tree that a package or a system is made of: the rest is put there when it is made.
        ...(/(^|\/)(usr\/(local\/)?s?bin|rootfs[\w-]*)\//.test(file) ? { severity: "low" as const } : {}),
      })),
};
