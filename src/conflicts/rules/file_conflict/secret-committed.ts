import { isFixture, isVendored } from "../../paths.ts";
import type { ConflictRule } from "../../rule.ts";

/** Secrets that stand in files which git keeps. */
export const secretCommitted: ConflictRule = {
  rule: "secret_committed",
  conflictType: "file_conflict",
  severity: "critical",
  title: "A secret in a tracked file",
  reads: ["facts"],
  strategies: ["manual", "keep_all"],
  evidence: { kind: "whose form the secret has; never the value" },
  find: ({ committedSecrets }) =>
    committedSecrets
      .filter(({ file }) => !isVendored(file) && !isFixture(file))
      .map(({ file, line, kind }, at, all) => {
        const same = all.slice(0, at).filter((one) => one.file === file && one.kind === kind).length;
        return {
          about: [file, kind, String(same + 1)],
          message: `${file} holds a secret of the form ${kind}`,
          hint: "Revoke it where it was issued, then take it out: git keeps what was committed.",
          places: [{ file, line, key: kind }],
          evidence: { kind },
        };
      }),
};
