import { isMadeWrong } from "../../../model/made-wrong.ts";
import { folderOf, groupsBy, isVendored, nameOf } from "../../paths.ts";
import type { ConflictRule } from "../../rule.ts";

const MANAGERS: Readonly<Record<string, string | undefined>> = {
  "package-lock.json": "npm",
  "npm-shrinkwrap.json": "npm",
  "yarn.lock": "yarn",
  "pnpm-lock.yaml": "pnpm",
  "bun.lock": "bun",
  "bun.lockb": "bun",
};

/** Two package managers that lock one folder. */
export const lockfileMix: ConflictRule = {
  rule: "lockfile_mix",
  conflictType: "dependency_conflict",
  severity: "medium",
  title: "Two package managers lock one folder",
  reads: ["facts"],
  strategies: ["delete_duplicate", "priority", "timestamp", "manual", "keep_all"],
  evidence: { managers: "whose lock files stand there" },
  find: ({ files, packageManagers }) => {
    const locks = files.filter(
      ({ path, state }) =>
        state === "tracked" &&
        MANAGERS[nameOf(path)] !== undefined &&
        !isVendored(path) &&
        !isMadeWrong(path),
    );
    return groupsBy(locks, ({ path }) => folderOf(path)).flatMap((group) => {
      const paths = group.map(({ path }) => path);
      const managers = [...new Set(paths.map((path) => MANAGERS[nameOf(path)] ?? ""))].toSorted();
      if (managers.length < 2) return [];
      const folder = folderOf(paths[0] ?? "");
      const chosen = packageManagers[folder];
      const hint =
        chosen === undefined
          ? "Remove all but one of them, and name the manager in `packageManager` of package.json."
          : `package.json names ${chosen}: remove the others.`;
      return [
        {
          about: [folder],
          message: `${managers.join(" and ")} both lock ${folder === "." ? "the root" : folder}`,
          hint,
          places: paths.map((file) => ({ file })),
          evidence: { managers, ...(chosen === undefined ? {} : { chosen }) },
        },
      ];
    });
  },
};
