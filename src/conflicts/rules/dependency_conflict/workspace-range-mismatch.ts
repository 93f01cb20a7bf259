import semver from "semver";
import type { ConflictFinding } from "../../../model/conflict.ts";
import type { Snapshot, SnapshotWorkspace } from "../../../model/snapshot.ts";
import type { ConflictRule } from "../../rule.ts";
import { isFixture, isTemplatePath, isVendored } from "../../paths.ts";

/** A package of the repository that another one wants in a version which it does not have. */
export const workspaceRangeMismatch: ConflictRule = {
  rule: "workspace_range_mismatch",
  conflictType: "dependency_conflict",
  severity: "medium",
  title: "A package is wanted in a version that the repository does not have",
  reads: ["facts"],
  strategies: ["manual", "keep_all"],
  evidence: { name: "the package", range: "what is wanted", version: "what there is" },
  find: ({ packages, workspaces }) => workspaces.flatMap((one) => amongMembers(packages, one)),
};

function isExample(file: string): boolean {
  return /(^|\/)(examples?|samples?|demos?|sandbox(es)?)\//i.test(file);
}

function amongMembers(
  packages: Snapshot["packages"],
  { members, linksPlainRanges }: SnapshotWorkspace,
): readonly ConflictFinding[] {
  const ours = new Set(members);
  const kept = packages.filter(
    ({ file }) => ours.has(file) && !isVendored(file) && !isFixture(file) && !isTemplatePath(file),
  );
  const byName = new Map(kept.map((one) => [one.name, one]));
  return kept.flatMap(({ file, ranges }) =>
    ranges.flatMap(({ name, range, line }) => {
      const { version, file: other } = byName.get(name) ?? {};
      if (version === undefined || other === undefined || other === file) return [];
      if (semver.valid(version) === null || semver.validRange(range) === null) return [];
      if (semver.satisfies(version, range, { includePrerelease: true })) return [];
      return [
        {
          about: [file, name],
          message: `${file} wants ${name} ${range}, and ${other} has ${version}: a published one is taken instead`,
          hint: "Widen the range, or say `workspace:*`.",
          places: [
            { file, line, key: name },
            { file: other, key: name },
          ],
          evidence: { name, range, version },
          // A package that nobody gave a version to is no other version of what is wanted; an example shows what is
          // out, and may be called after it; and where ranges link nothing, a published one is what was asked for.
          ...(version === "0.0.0" || isExample(file) || isExample(other) || !linksPlainRanges
            ? { severity: "low" as const }
            : {}),
        },
      ];
    }),
  );
}
