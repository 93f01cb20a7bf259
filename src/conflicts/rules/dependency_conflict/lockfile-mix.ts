import type { ConflictFinding } from "../../../model/conflict.ts";
import { MANAGERS_BY_LOCK } from "../../../model/lock-files.ts";
import { isMadeWrong } from "../../../model/made-wrong.ts";
import type { Snapshot } from "../../../model/snapshot.ts";
import { folderOf, groupsBy, isDeepInTests, isVendored, nameOf } from "../../paths.ts";
import type { ConflictRule } from "../../rule.ts";

const PYTHON_MANAGERS: typeof MANAGERS_BY_LOCK = {
  "poetry.lock": "poetry",
  "uv.lock": "uv",
  "Pipfile.lock": "pipenv",
  "pdm.lock": "pdm",
};

const OF_TESTS = /(^|\/)(__tests__|tests?|specs?)\/(.+\/)?(data|fixtures?)\//;

/** Two package managers that lock one folder, or another one than its package.json names. */
export const lockfileMix: ConflictRule = {
  rule: "lockfile_mix",
  conflictType: "dependency_conflict",
  severity: "medium",
  title: "Two package managers lock one folder",
  reads: ["facts"],
  strategies: ["delete_duplicate", "priority", "timestamp", "manual", "keep_all"],
  evidence: { managers: "whose lock files stand there", chosen: "what packageManager names" },
  find: (snapshot) => {
    const locks = locksOf(snapshot, MANAGERS_BY_LOCK);
    const ofPython = mixedIn(locksOf(snapshot, PYTHON_MANAGERS), { packageManagers: {} });
    return [
      ...mixedIn(locks, snapshot),
      ...ofPython.map((finding) => byHand({ ...finding, about: [...finding.about, "python"] })),
      ...otherThanNamed(locks, snapshot).map(byHand),
    ];
  },
};

type Named = Pick<Snapshot, "packageManagers">;

interface Lock {
  readonly path: string;
  readonly manager: string;
}

function locksOf({ files }: Snapshot, managers: typeof MANAGERS_BY_LOCK): readonly Lock[] {
  return files.flatMap(({ path, state }) => {
    const manager = managers[nameOf(path)];
    if (manager === undefined || state !== "tracked" || isVendored(path) || isMadeWrong(path)) return [];
    return [{ path, manager }];
  });
}

function mixedIn(locks: readonly Lock[], { packageManagers }: Named): readonly ConflictFinding[] {
  return groupsBy(locks, ({ path }) => folderOf(path)).flatMap((group) => {
    const managers = [...new Set(group.map(({ manager }) => manager))].toSorted();
    if (managers.length < 2) return [];
    const folder = folderOf(group[0]?.path ?? "");
    const chosen = packageManagers[folder];
    const hint =
      chosen === undefined
        ? "Remove all but one of them, and say in the manifest or its `packageManager` which one is meant."
        : `package.json names ${chosen}: remove the others.`;
    return [
      {
        about: [folder],
        message: `${managers.join(" and ")} both lock ${shown(folder)}`,
        hint,
        places: group.map(({ path }) => ({ file: path })),
        evidence: { managers, ...(chosen === undefined ? {} : { chosen }) },
        // What a test finds the locks of several managers in.
        ...(group.every(({ path }) => OF_TESTS.test(path) || isDeepInTests(path))
          ? { severity: "low" as const }
          : {}),
      },
    ];
  });
}

/** Where `packageManager` names one and only another locks: whoever installs gets what nobody locked. */
function otherThanNamed(locks: readonly Lock[], { packageManagers }: Named): readonly ConflictFinding[] {
  return Object.entries(packageManagers).flatMap(([folder, chosen]) => {
    const group = locks.filter(({ path }) => folderOf(path) === folder);
    const [first, ...others] = group;
    if (first === undefined || others.length > 0 || first.manager === chosen) return [];
    const manifest = folder === "." ? "package.json" : `${folder}/package.json`;
    return [
      {
        about: [folder],
        message: `${manifest} names ${chosen}, and ${first.manager} locks ${shown(folder)}`,
        hint: `Install with ${chosen} and keep its lock file, or name ${first.manager} in packageManager.`,
        places: [{ file: first.path }, { file: manifest, key: "packageManager" }],
        evidence: { managers: [first.manager], chosen },
      },
    ];
  });
}

function byHand(finding: ConflictFinding): ConflictFinding {
  return { ...finding, strategies: ["manual", "keep_all"] };
}

function shown(folder: string): string {
  return folder === "." ? "the root" : folder;
}
