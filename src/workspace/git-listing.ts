import { join } from "node:path";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Platform } from "../platform/types.ts";
import { parseGitIndex, type IndexListing } from "./git-index.ts";
import { PROGRAMS } from "./git-program.ts";
import { askGit, LS_FILES, STATUS, type GitAnswer } from "./git-question.ts";
import { parseLsFiles, parseStatus, type Differences } from "./git-output.ts";
import { absolutePath } from "./complete-files.ts";
import type { ListedFile, Listing } from "./listing.ts";
import { findPlaces, NO_FILES, withoutPlaces } from "./tracked-files.ts";
import type { RepositoryPlace } from "./types.ts";

const MAX_BYTES = 1_073_741_824;

const NO_INDEX: IndexListing = { tracked: NO_FILES, others: [], rawPaths: new Map() };

/** What git says of the tree below a folder. */
export interface GitListing extends Listing {
  /** Ignored folders, relative, which git does not look into. */
  readonly ignoredFolders: readonly string[];
}

export interface GitPlace {
  /** Absolute: what is listed is below it. */
  readonly root: string;
  /** The root relative to the top of the work tree: empty, or ending with `/`. */
  readonly prefix: string;
  /** A path of the root that is not looked into: of what is tracked there, nothing is listed. */
  readonly without: string;
  readonly repository: RepositoryPlace;
  /** Whether contents will be compared: what the index says of that is found out while git is at work. */
  readonly comparesContent?: boolean | undefined;
  /** What `git status` says, where it was asked before. */
  readonly asked?: GitAnswer | undefined;
}

/**
 * Lists a work tree: git's index gives path, mode, object id and size without reading a file, `git status` what differs
 * from it.
 */
export async function listByGit(platform: Platform, place: GitPlace): Promise<GitListing | Diagnostic> {
  let entries: IndexListing | undefined;
  let isRead = false;
  const entriesOnce = () => {
    if (!isRead) entries = readIndex(platform, place);
    isRead = true;
    return entries;
  };
  let failed: Diagnostic | undefined;
  let { asked } = place;
  for (const program of PROGRAMS) {
    asked ??= askGit(platform, { program, root: place.root, question: STATUS });
    const listing = await listWith(program, { platform, place, entriesOnce, asked });
    asked = undefined;
    if ("tracked" in listing) return listing;
    if (failed === undefined || failed.code === "GIT_MISSING") failed = listing;
    if (listing.code === "GIT_REFUSED") break;
  }
  return failed ?? diagnose("GIT_MISSING", "");
}

/** Paths that git tracks, as far as its index can be read without git: for places where git itself is missing. */
export function readTrackedPaths(platform: Platform, place: GitPlace): ReadonlySet<string> {
  const paths = new Set<string>();
  const { tracked, others } = readIndex(platform, place) ?? NO_INDEX;
  for (let at = 0; at < tracked.length; at += 1) paths.add(tracked.at(at)?.path ?? "");
  for (const { path } of others) paths.add(path);
  return paths;
}

/** Undefined where only git itself can read it. A repository without an index tracks nothing yet. */
function readIndex(
  { files }: Platform,
  { root, prefix, without, repository }: GitPlace,
): IndexListing | undefined {
  const config = files.readText(join(repository.commonFolder, "config"), { maxBytes: MAX_BYTES });
  if (!config.isRead || /objectformat\s*=\s*sha256/i.test(config.text)) return undefined;
  const index = files.readBytes(join(repository.gitFolder, "index"), { maxBytes: MAX_BYTES });
  if (index.isRead) {
    const sizes = new Map<string, number>();
    const sizeOnDisk = (path: string) => {
      const size =
        sizes.get(path) ?? files.lstat(absolutePath(root, path, listing?.rawPaths.get(path)))?.size ?? 0;
      sizes.set(path, size);
      return size;
    };
    const listing = parseGitIndex(index.bytes, { prefix, without, sizeOnDisk });
    return listing;
  }
  return index.reason === "missing" ? NO_INDEX : undefined;
}

interface Question {
  readonly platform: Platform;
  readonly place: GitPlace;
  /** What the index says; it is read while `git status` is at work. */
  readonly entriesOnce: () => IndexListing | undefined;
  readonly asked: GitAnswer;
}

async function listWith(
  program: string,
  { platform, place, entriesOnce, asked }: Question,
): Promise<GitListing | Diagnostic> {
  const entries = entriesOnce();
  if (place.comparesContent === true) entries?.tracked.samePlaces();
  const [status, lsFiles] = await Promise.all([
    asked,
    entries === undefined ? askGit(platform, { program, root: place.root, question: LS_FILES }) : undefined,
  ]);
  for (const run of [status, lsFiles]) {
    if (run === undefined) continue;
    if (run.ended === "not_found" || run.ended === "denied") return diagnose("GIT_MISSING", "");
    if (run.ended !== "exited") return diagnose("GIT_REFUSED", "");
    if (run.exitCode !== 0) return diagnose("GIT_REFUSED", run.stderr);
  }
  if (status.ended !== "exited") return diagnose("GIT_MISSING", "");
  const differing = parseStatus(status.stdout, place.prefix);
  const index = lsFiles?.ended === "exited" ? fromLsFiles(lsFiles.stdout, place) : entries;
  if (differing === undefined || index === undefined) return diagnose("GIT_MISSING", "");
  return withDifferences(index, differing);
}

/** The size of a file stands in the index alone, so everything is asked of the disk. */
function fromLsFiles(output: Buffer, { without }: GitPlace): IndexListing | undefined {
  const others = parseLsFiles(output)?.filter(
    ({ path }) => path !== without && !path.startsWith(`${without}/`),
  );
  return others === undefined ? undefined : { ...NO_INDEX, others };
}

/** Deleted files are not there, and of a modified file git's id says nothing any more. */
function withDifferences(
  { tracked, others, rawPaths }: IndexListing,
  { deleted, modified, others: untracked, ignoredFolders }: Differences,
): GitListing {
  const places = findPlaces(tracked, new Set([...modified, ...deleted]));
  const changed = [...places.values()]
    .filter((path) => modified.has(path))
    .map((path): ListedFile => ({ path, state: "tracked", ...withRaw(rawPaths.get(path)) }));
  const known = others.filter(({ path }) => !deleted.has(path));
  return {
    tracked: withoutPlaces(tracked, new Set(places.keys())),
    others: [...known.map((file) => asModified(file, modified)), ...changed, ...untracked],
    rawPaths,
    ignoredFolders,
  };
}

function asModified(file: ListedFile, modified: ReadonlySet<string>): ListedFile {
  const { path, state, raw } = file;
  return modified.has(path) ? { path, state, ...withRaw(raw) } : file;
}

function withRaw(raw: Buffer | undefined): { readonly raw?: Buffer } {
  return raw === undefined ? {} : { raw };
}

function diagnose(code: "GIT_MISSING" | "GIT_REFUSED", stderr: string): Diagnostic {
  const isRefused = stderr.includes("dubious ownership");
  const why = code === "GIT_MISSING" ? "git is not here to list the tree" : "git could not list the tree";
  return {
    severity: "warning",
    code,
    message: isRefused
      ? "the repository belongs to another user, so git does not read it; the folder was walked instead"
      : `${why}; the folder was walked instead`,
    source: "workspace",
    file: ".git",
    hint: isRefused
      ? "`git config --global --add safe.directory` allows it."
      : "Try `git status` in this folder.",
  };
}
