import semver from "semver";
import type { AskedVersion, Snapshot } from "../../../model/snapshot.ts";
import { folderOf, groupsBy } from "../../paths.ts";
import type { ConflictRule } from "../../rule.ts";

/** What is installed does not do for what the top of the project asks for. */
export const installedVersionMismatch: ConflictRule = {
  rule: "installed_version_mismatch",
  conflictType: "version_conflict",
  severity: "medium",
  title: "The installed version is not the one that the project asks for",
  reads: ["facts", "resources"],
  strategies: ["manual", "keep_all"],
  evidence: { tool: "the language or tool", installed: "its version here", asked: "what each file wants" },
  find: ({ askedVersions, resources }) => {
    const asked = askedVersions.filter(
      ({ file, role }) => folderOf(file) === "." && role !== "image" && role !== "job",
    );
    return groupsBy([...asked, ...asked], ({ tool }) => tool).flatMap((twice) => {
      const group = [...new Set(twice)];
      const { tool = "" } = group[0] ?? {};
      const installed = versionOf(tool, resources);
      const unmet = installed === undefined ? [] : group.filter((one) => !doesFor(installed, one));
      if (installed === undefined || unmet.length === 0) return [];
      const said = unmet.map(
        ({ file, what, version }) => `${file}${what === file ? "" : ` (${what})`} asks for ${version}`,
      );
      return [
        {
          about: [tool, ...unmet.map(({ file, what }) => `${file} ${what}`)],
          message: `${tool} ${installed.version} is installed, and ${said.join(", ")}`,
          hint: "Install what is asked for, or switch to it with the version manager in use.",
          places: unmet.map(({ file }) => ({ file, key: tool })),
          evidence: { tool, installed: installed.version, asked: unmet.map(({ version }) => version) },
        },
      ];
    });
  },
};

/** How programs are called whose language or tool is called otherwise. */
const PROGRAMS: Readonly<Record<string, readonly string[] | undefined>> = {
  python: ["python", "python3"],
  rust: ["rustc", "rust"],
};

function versionOf(tool: string, resources: Snapshot["resources"]): semver.SemVer | undefined {
  const names = PROGRAMS[tool] ?? [tool];
  const found = resources.find(
    ({ name, resourceType }) => resourceType === "cli_tool" && names.includes(name),
  );
  return semver.coerce(found?.version ?? "") ?? undefined;
}

/** A range has to hold; of a pin the line of versions, for managers switch within it by themselves. */
function doesFor(installed: semver.SemVer, { range, role, tool }: AskedVersion): boolean {
  if (semver.satisfies(installed, range, { includePrerelease: true })) return true;
  if (role === "range") return false;
  const least = semver.minVersion(range);
  if (least === null) return true;
  const isMajorEnough = tool !== "python" && tool !== "go" && tool !== "terraform" && tool !== "ruby";
  return installed.major === least.major && (isMajorEnough || installed.minor === least.minor);
}
