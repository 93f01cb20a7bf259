import semver from "semver";
import type { ConflictFinding } from "../../../model/conflict.ts";
import type { AskedVersion, SnapshotFile, Snapshot } from "../../../model/snapshot.ts";
import { folderOf, groupsBy, isFixture, isTemplatePath, isVendored, nameOf } from "../../paths.ts";
import type { ConflictRule } from "../../rule.ts";

/** One language or tool that two files of a project want in versions which exclude each other. */
export const versionDisagreement: ConflictRule = {
  rule: "version_disagreement",
  conflictType: "version_conflict",
  severity: "medium",
  title: "Two files want versions that exclude each other",
  reads: ["facts"],
  strategies: ["priority", "manual", "keep_all"],
  evidence: { tool: "the language or tool", versions: "who wants which" },
  find: ({ askedVersions, files, workspaces }) => {
    const isOwnProject = projectsApart(files, workspaces);
    const isOfFamily = imagesOfFamilies(askedVersions);
    const kept = askedVersions.filter(
      (pin) =>
        !isOfFamily(pin) &&
        !isVendored(pin.file) &&
        !isFixture(pin.file) &&
        !isTemplatePath(pin.file) &&
        !isBackup(pin.file) &&
        !isOneOfSeveral(pin),
    );
    return groupsBy([...kept, ...kept], ({ tool }) => tool).flatMap((twice) => {
      const group = [...new Set(twice)];
      return [...againstRanges(group, isOwnProject), ...amongFiles(group)];
    });
  },
};

function isBackup(file: string): boolean {
  return /[._-](bak|backup|old|orig|disabled)$/i.test(file);
}

/** So many versions of one tool in the images of one folder are to choose from. */
const FAMILY = 3;

/** `11.0.Dockerfile`, `12.0.Dockerfile`, `13.0.Dockerfile`: one image for each version of what is in them. */
function imagesOfFamilies(pins: readonly AskedVersion[]): (pin: AskedVersion) => boolean {
  const keyOf = ({ tool, file }: AskedVersion) => `${tool}\0${folderOf(file)}`;
  const images = pins.filter(({ role }) => role === "image");
  const families = groupsBy(images, keyOf).filter(
    (group) =>
      new Set(group.map(({ file }) => file)).size >= FAMILY &&
      new Set(group.map(({ version }) => version)).size >= FAMILY,
  );
  const all = new Set(families.flat());
  return (pin) => all.has(pin);
}

/** `node-20/20.15.0-slim/Dockerfile`: its folder is called after the version, as others are after theirs. */
function isOneOfSeveral({ role, file, version, tool }: AskedVersion): boolean {
  if (role !== "image") return false;
  const [major = ""] = version.split(".");
  return folderOf(file)
    .split("/")
    .some((name) => {
      const rest = name.toLowerCase().replace(new RegExp(`^${tool}[-_]?|^v(?=\\d)`), "");
      return rest === major || (version.includes(".") && rest.startsWith(version));
    });
}

/** What is used, against what the nearest manifest at or above it admits. */
function againstRanges(
  group: readonly AskedVersion[],
  isOwnProject: IsOwnProject,
): readonly ConflictFinding[] {
  const ranges = group.filter(({ role }) => role === "range");
  return group
    .filter(({ role }) => role !== "range")
    .flatMap((pin) =>
      nearest(pin, ranges, isOwnProject)
        .filter((range) => !meet(pin.range, range.range))
        .map((range) => toFinding(pin, range)),
    );
}

/** Files for version managers beside each other, and images that are built in the same folder. */
function amongFiles(group: readonly AskedVersion[]): readonly ConflictFinding[] {
  const files = group.filter(({ role }) => role === "version_file");
  const images = group.filter(({ role }) => role === "image");
  return files.flatMap((first, at) => {
    const beside = (other: AskedVersion) => placeOf(other) === placeOf(first);
    const others = files.slice(at + 1).filter((other) => beside(other) && !meet(first.range, other.range));
    const built = images.filter((image) => beside(image) && !meet(loosely(first), loosely(image)));
    return [...others, ...built].map((other) => toFinding(first, other));
  });
}

/** A package below another is of its project; a folder below a Go module or a crate may hold anything. */
function isInherited({ tool }: AskedVersion): boolean {
  return tool === "node" || tool === "python";
}

type IsOwnProject = (folder: string) => boolean;

/** Where it stands, a workspace begins. */
const PNPM = "pnpm-workspace.yaml";

/** A package that no workspace takes in stands for itself: what the one above it asks for is not asked of it. */
function projectsApart(files: readonly SnapshotFile[], workspaces: Snapshot["workspaces"]): IsOwnProject {
  const members = new Set(workspaces.flatMap((one) => one.members));
  const apart = new Set(
    files.flatMap(({ path }) =>
      nameOf(path) === PNPM || (nameOf(path) === "package.json" && !members.has(path))
        ? [folderOf(path)]
        : [],
    ),
  );
  return (folder) => apart.has(folder);
}

function isOfNode({ tool }: AskedVersion): boolean {
  return /^(node|npm|pnpm|yarn|bun|deno)$/.test(tool);
}

/** Of a workflow in a folder that is to be a repository of its own. */
function isApart(pin: AskedVersion): boolean {
  return pin.role === "job" && placeOf(pin) !== ".";
}

/** The ranges of the nearest folder that has one; what a workflow does holds for the top. */
function nearest(
  pin: AskedVersion,
  ranges: readonly AskedVersion[],
  isOwnProject: IsOwnProject,
): readonly AskedVersion[] {
  const own = ranges.filter((range) => placeOf(range) === placeOf(pin));
  if (own.length > 0 || (pin.role === "image" && !isInherited(pin)) || isApart(pin)) return own;
  for (let folder = placeOf(pin); ; folder = folderOf(folder)) {
    const here = ranges.filter((range) => placeOf(range) === folder);
    if (here.length > 0) return here;
    if (folder === "." || (isOfNode(pin) && isOwnProject(folder))) return [];
  }
}

function placeOf({ file, role }: AskedVersion): string {
  return role === "job" ? folderOf(file).replace(/(^|\/)\.github\/workflows$/, "") || "." : folderOf(file);
}

function meet(a: string, b: string): boolean {
  return semver.intersects(a, b, { includePrerelease: true });
}

/** An image of the same line of versions is as good. */
function loosely({ tool, range }: AskedVersion): string {
  const least = semver.minVersion(range);
  if (least === null) return "*";
  return tool === "node" || tool === "rust" ? `${least.major}.x` : `${least.major}.${least.minor}.x`;
}

function toFinding(pin: AskedVersion, other: AskedVersion): ConflictFinding {
  const say = ({ file, what, version }: AskedVersion) => `${file} (${what}) wants ${version}`;
  return {
    ...(isManaged(pin) && other.role === "range" ? {} : { strategies: ["manual", "keep_all"] as const }),
    about: [pin.tool, pin.file, pin.what, other.file, other.what, pin.range],
    message: `${pin.tool}: ${say(pin)}, ${say(other)}`,
    hint: "Make them meet: one of the two is not what runs.",
    places: [pin, other].map(({ file, line }) => ({ file, line, key: pin.tool })),
    evidence: {
      tool: pin.tool,
      versions: [pin, other].map(({ file, what, version }) => ({ file, what, version })),
    },
  };
}

/** Pinned for a version manager alone: what an image or a job runs on is not ours to choose. */
function isManaged({ role, file }: AskedVersion): boolean {
  return (
    role === "version_file" &&
    /(^|\/)\.(nvmrc|node-version|python-version|ruby-version|go-version|terraform-version|tool-versions)$/.test(
      file,
    )
  );
}
