import type { Diagnostic } from "../model/diagnostic.ts";
import type { FileStat } from "../platform/types.ts";
import { ARTIFACT_KINDS } from "./catalogue/index.ts";
import { createClassifier, type Classifier, type Fit } from "./classify.ts";
import type { Surroundings } from "./conditions.ts";
import { createFolderNames, joined } from "./folder-names.ts";
import { holdsAny, readUsedPaths } from "./in-use.ts";
import { inspect, type Content } from "./inspect.ts";
import { readMountPoints } from "./mounts.ts";
import { isClosed, isDataFolder, isPrecious } from "./protected.ts";
import { findPieces } from "./pieces.ts";
import type { FoundArtifact, ScanInput } from "./types.ts";

const DAY_MS = 86_400_000;
const MOST_FOLDERS = 200_000;
const DEEPEST = 64;

/** What can go, sorted by path, and what was left alone for a reason that a person should know. */
export interface Scan {
  readonly artifacts: readonly FoundArtifact[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Search extends Surroundings {
  readonly input: ScanInput;
  readonly classifier: Classifier;
  readonly device: number;
  readonly mounts: readonly string[];
  /** Asked when the first artifact is found. */
  readonly used: () => readonly string[];
  readonly artifacts: FoundArtifact[];
  readonly diagnostics: Diagnostic[];
  folders: number;
}

/** Looks for artifacts below the root: never through a link, never on another file system; writes nothing. */
export function scanArtifacts(input: ScanInput): Scan {
  const { platform, root } = input;
  const stat = platform.files.lstat(root);
  if (stat?.kind !== "folder") return { artifacts: [], diagnostics: [] };
  let used: readonly string[] | undefined;
  const search: Search = {
    input,
    files: platform.files,
    root,
    names: createFolderNames(platform.files, root),
    classifier: createClassifier(ARTIFACT_KINDS),
    device: stat.device,
    mounts: readMountPoints(platform, root),
    used: () => (used ??= readUsedPaths(platform, input)),
    artifacts: [],
    diagnostics: [],
    folders: 0,
  };
  visitFolder(search, "", 0);
  const { artifacts, diagnostics } = search;
  return { artifacts: artifacts.toSorted((a, b) => (a.path < b.path ? -1 : 1)), diagnostics };
}

function visitFolder(search: Search, folder: string, depth: number): void {
  search.folders += 1;
  if (search.folders === MOST_FOLDERS) search.diagnostics.push(tooMany(folder));
  if (search.folders >= MOST_FOLDERS || depth > DEEPEST) return;
  for (const [name, kind] of search.names.of(folder)) {
    const path = joined(folder, name);
    if (kind === "folder") visitSubfolder(search, path, depth);
    else if (kind === "file" && !search.input.facts.isTracked(path)) visitFile(search, path);
  }
}

function visitSubfolder(search: Search, path: string, depth: number): void {
  const { facts } = search.input;
  const name = nameOf(path);
  if (name === ".git" || name === ".orchestra") return;
  if (facts.isTracked(path) || !facts.mayHoldOthers(path)) return;
  const stat = search.files.lstat(`${search.root}/${path}`);
  if (stat?.kind !== "folder" || stat.device !== search.device || search.mounts.includes(path)) return;
  if (isClosed(search.names.of(path).keys())) return;
  const isWhole = !facts.holdsTracked(path);
  if (isWhole && isPrecious(name)) return;
  if (isWhole && consider(search, path, stat)) return;
  if (isWhole && isDataFolder(name)) return;
  visitFolder(search, path, depth + 1);
}

function visitFile(search: Search, path: string): void {
  const stat = search.files.lstat(`${search.root}/${path}`);
  if (stat?.kind === "file" && stat.device === search.device) consider(search, path, stat);
}

/** True for what is an artifact, or would be one but for a reason that is told: it is not looked into any further. */
function consider(search: Search, path: string, stat: FileStat): boolean {
  const isIgnored = search.input.facts.isIgnored(path);
  const shape = stat.kind === "folder" ? "folder" : "file";
  const fit = search.classifier
    .fitsOf({ path, shape }, search)
    .find((one) => (isIgnored || one.proof !== undefined) && !isSavedByName(path, one));
  if (fit === undefined) return false;
  if (!search.input.limits.isWanted(path)) return true;
  const { files, root } = search;
  const content = inspect({ files, root, kind: fit.kind, path, stat });
  if (!isDue(search, content)) return true;
  const obstacle = obstacleOf(search, path, { stat, content });
  if (obstacle === undefined) keep(search, path, { fit, content, isIgnored });
  else search.diagnostics.push(leftAlone(path, obstacle));
  return true;
}

/** `dist` of keys: what has the name of something precious is not of a kind, unless its tool names it so. */
function isSavedByName(path: string, { kind }: Fit): boolean {
  const name = nameOf(path);
  return isPrecious(name) && !kind.names.includes(name);
}

function obstacleOf(
  { input, mounts, used }: Search,
  path: string,
  { stat, content }: { readonly stat: FileStat; readonly content: Content },
): string | undefined {
  const { userId } = input.platform.host;
  if (content.foreign !== undefined || holdsAny(path, mounts)) return "another file system begins in it";
  if (content.unreadable !== undefined) return `${content.unreadable} cannot be read`;
  const isOwn = userId === undefined || userId === 0 || stat.userId === userId;
  if (!isOwn) return "it belongs to another user";
  if (stat.kind === "folder" && userId !== 0 && (stat.mode & 0o200) === 0) return "it may only be read";
  return holdsAny(path, used()) ? "a program is using it" : undefined;
}

function isDue({ input }: Search, { bytes, newestMs }: Content): boolean {
  const { maxAgeDays, minSize } = input.limits;
  const isOld = maxAgeDays === 0 || input.platform.clock.now() - newestMs > maxAgeDays * DAY_MS;
  return isOld && bytes >= minSize;
}

interface Found {
  readonly fit: Fit;
  readonly content: Content;
  readonly isIgnored: boolean;
}

function keep(search: Search, path: string, { fit, content, isIgnored }: Found): void {
  const { files, root, input } = search;
  const pieces = findPieces(files, root, { path, kept: content.kept });
  if (pieces.length === 0) return;
  const { kind, seen, proof = [] } = fit;
  const certainty = isIgnored ? ["git ignores it"] : proof;
  search.artifacts.push({
    path,
    kind: kind.id,
    bytes: content.bytes,
    ageDays: Math.max(0, Math.floor((input.platform.clock.now() - content.newestMs) / DAY_MS)),
    reason: [kind.title, ...new Set([...seen, ...certainty])].join("; "),
    restoredBy: kind.restoredBy,
    kept: content.kept,
    pieces,
  });
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function leftAlone(path: string, why: string): Diagnostic {
  return {
    severity: "info",
    code: "CLEANUP_LEFT_ALONE",
    message: `it is left alone: ${why}`,
    source: "cleanup",
    file: path,
  };
}

function tooMany(folder: string): Diagnostic {
  return {
    severity: "warning",
    code: "TREE_TOO_LARGE",
    message: `more than ${MOST_FOLDERS} folders: the rest is not looked into`,
    source: "cleanup",
    file: folder === "" ? "." : folder,
    hint: "Run in a smaller folder.",
  };
}
