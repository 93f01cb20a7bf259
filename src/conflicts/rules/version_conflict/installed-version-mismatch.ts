import semver from "semver";
import type { AskedVersion, Snapshot } from "../../../model/snapshot.ts";
import { folderOf } from "../../paths.ts";
import type { ConflictRule } from "../../rule.ts";

/** What is installed does not do for what the top of the project asks for. */
export const installedVersionMismatch: ConflictRule = {
  rule: "installed_version_mismatch",
  conflictType: "version_conflict",
  severity: "medium",
  title: "The installed version is not the one that the project asks for",
  reads: ["facts", "resources"],
  strategies: ["manual"],
  evidence: { tool: "the language or tool", installed: "its version here", asked: "what the project wants" },
  find: ({ askedVersions, resources }) => {
    const asked = askedVersions.filter(
      ({ file, role }) => folderOf(file) === "." && role !== "image" && role !== "job",
    );
    return asked.flatMap((one) => {
      const installed = versionOf(one.tool, resources);
      if (installed === undefined || doesFor(installed, one)) return [];
      const { file, tool, version, what } = one;
      return [
        {
          about: [file, what, tool],
          message: `${tool} ${installed.version} is installed, and ${file} (${what}) asks for ${version}`,
          hint: "Install what is asked for, or switch to it with the version manager in use.",
          places: [{ file, key: tool }],
          evidence: { tool, installed: installed.version, asked: version },
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
