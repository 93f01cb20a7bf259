import { isVendored } from "../../paths.ts";
import { folderOfFinding } from "../../causes.ts";
import type { ConflictRule } from "../../rule.ts";

const DEVICES = /^(con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(\.|$)/i;

/** Every path that some name may be at fault in: of most one look is enough. */
const SUSPECT = /[<>:"|?*\\\p{Cc}]|[. ](\/|$)|(^|\/)(con|prn|aux|nul|com.|lpt.)(\.|\/|$)/iu;

/** Names that Windows or macOS cannot have. */
export const reservedName: ConflictRule = {
  rule: "reserved_name",
  conflictType: "file_conflict",
  severity: "medium",
  title: "A name that another system cannot have",
  reads: [],
  strategies: ["rename", "manual", "keep_all"],
  evidence: { reason: "why it cannot exist there" },
  causeOf: folderOfFinding,
  find: ({ files }) =>
    files
      .filter(({ path, state }) => SUSPECT.test(path) && state === "tracked" && !isVendored(path))
      .flatMap(({ path }) => {
        const reason = path
          .split("/")
          .map(reasonOf)
          .find((found) => found !== undefined);
        if (reason === undefined) return [];
        return [
          {
            about: [path],
            message: `${path} cannot be checked out everywhere: ${reason}`,
            hint: "Rename it.",
            places: [{ file: path }],
            evidence: { reason },
          },
        ];
      }),
};

function reasonOf(name: string): string | undefined {
  if (DEVICES.test(name)) return "Windows keeps the name for a device";
  if (/[<>:"|?*\\]/.test(name)) return 'Windows allows none of < > : " | ? * \\';
  if (/[. ]$/.test(name)) return "Windows drops a dot or space at the end";
  return /\p{Cc}/u.test(name) ? "it holds a control character" : undefined;
}
