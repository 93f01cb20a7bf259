import { folderOf, isVendored, nameOf } from "../../paths.ts";
import type { ConflictRule } from "../../rule.ts";

/** Names of files that are the same in many folders because they have to be. */
const SAME_ON_PURPOSE =
  /^(licen[cs]e|copying|notice|patents|authors|code_of_conduct)([.-].*)?$|^(\.gitkeep|\.keep|\.gitignore|\.gitattributes|\.npmignore|\.dockerignore|\.npmrc|\.nvmrc|\.editorconfig|py\.typed|__init__\.py|codeowners|owners)$/i;

/** Files with the same content. */
export const duplicateFile: ConflictRule = {
  rule: "duplicate_file",
  conflictType: "duplicate_file",
  severity: "low",
  title: "Files with the same content",
  reads: ["blobs"],
  strategies: ["delete_duplicate", "keep_all", "manual"],
  evidence: { copies: "how many there are" },
  find: ({ sameContent }) =>
    sameContent.flatMap((group) => {
      const paths = group.filter((path) => !isVendored(path));
      if (paths.length < 2 || areMeant(paths)) return [];
      const [first = "", ...others] = paths;
      return [
        {
          about: paths,
          message: `${others.length === 1 ? `${others[0] ?? ""} has` : `${others.length} files have`} the same content as ${first}`,
          hint: "Keep one of them and point the others to it, or ignore this if each has to stand alone.",
          places: paths.map((file) => ({ file })),
          evidence: { copies: paths.length },
        },
      ];
    }),
};

/** One in each folder that needs it; a second one beside the first is none of these. */
function areMeant(paths: readonly string[]): boolean {
  if (!paths.every((path) => SAME_ON_PURPOSE.test(nameOf(path)))) return false;
  return new Set(paths.map(folderOf)).size === paths.length;
}
