import { join } from "node:path";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Platform, RunOptions } from "../platform/types.ts";
import { parseGitIndex } from "./git-index.ts";
import { gitEnvironment, PROGRAMS, SAFE } from "./git-program.ts";
import { parseLsFiles, parseStatus, type Differences } from "./git-output.ts";
import type { ListedFile } from "./listing.ts";
import type { RepositoryPlace } from "./types.ts";

const TIMEOUT_MS = 60_000;
const MAX_BYTES = 1_073_741_824;

const LS_FILES = ["ls-files", "-s", "-z"];
const STATUS = [
  "status",
  "--porcelain=v1",
  "-z",
  "-uall",
  "--ignored=matching",
  "--no-renames",
  "--ignore-submodules=all",
  "--",
  ".",
];

/** What git says of the tree below a folder. */
export interface GitListing {
  readonly files: readonly ListedFile[];
  /** Ignored folders, relative, which git does not look into. */
  readonly ignoredFolders: readonly string[];
}

export interface GitPlace {
  /** Absolute: what is listed is below it. */
  readonly root: string;
  /** The root relative to the top of the work tree: empty, or ending with `/`. */
  readonly prefix: string;
  readonly repository: RepositoryPlace;
}

/**
 * Lists a work tree: git's index gives path, mode, object id and size without reading a file, `git status` what differs
 * from it.
 */
export async function listByGit(platform: Platform, place: GitPlace): Promise<GitListing | Diagnostic> {
  let entries: readonly ListedFile[] | undefined;
  let isRead = false;
  const entriesOnce = () => {
    if (!isRead) entries = readIndex(platform, place);
    isRead = true;
    return entries;
  };
  let failed: Diagnostic | undefined;
  for (const program of PROGRAMS) {
    const listing = await listWith(program, { platform, place, entriesOnce });
    if ("files" in listing) return listing;
    if (failed === undefined || failed.code === "GIT_MISSING") failed = listing;
    if (listing.code === "GIT_REFUSED") break;
  }
  return failed ?? diagnose("GIT_MISSING", "");
}

/** Paths that git tracks, as far as its index can be read without git: for places where git itself is missing. */
export function readTrackedPaths(platform: Platform, place: GitPlace): ReadonlySet<string> {
  return new Set((readIndex(platform, place) ?? []).map(({ path }) => path));
}

/** Undefined where only git itself can read it. A repository without an index tracks nothing yet. */
function readIndex({ files }: Platform, { prefix, repository }: GitPlace): readonly ListedFile[] | undefined {
  const config = files.readText(join(repository.commonFolder, "config"), { maxBytes: MAX_BYTES });
  if (!config.isRead || /objectformat\s*=\s*sha256/i.test(config.text)) return undefined;
  const index = files.readBytes(join(repository.gitFolder, "index"), { maxBytes: MAX_BYTES });
  if (index.isRead) return parseGitIndex(index.bytes, prefix);
  return index.reason === "missing" ? [] : undefined;
}

interface Listing {
  readonly platform: Platform;
  readonly place: GitPlace;
  /** What the index says; it is read while `git status` is at work. */
  readonly entriesOnce: () => readonly ListedFile[] | undefined;
}

async function listWith(
  program: string,
  { platform, place, entriesOnce }: Listing,
): Promise<GitListing | Diagnostic> {
  const env = gitEnvironment(platform);
  const options: RunOptions = { cwd: place.root, timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES, env };
  const asked = platform.processes.runForBytes(program, [...SAFE, ...STATUS], options);
  const entries = entriesOnce();
  const [status, lsFiles] = await Promise.all([
    asked,
    entries === undefined
      ? platform.processes.runForBytes(program, [...SAFE, ...LS_FILES], options)
      : undefined,
  ]);
  for (const run of [status, lsFiles]) {
    if (run === undefined) continue;
    if (run.ended === "not_found" || run.ended === "denied") return diagnose("GIT_MISSING", "");
    if (run.ended !== "exited") return diagnose("GIT_REFUSED", "");
    if (run.exitCode !== 0) return diagnose("GIT_REFUSED", run.stderr);
  }
  if (status.ended !== "exited") return diagnose("GIT_MISSING", "");
  const differing = parseStatus(status.stdout, place.prefix);
  const tracked = lsFiles?.ended === "exited" ? parseLsFiles(lsFiles.stdout) : (entries ?? []);
  if (differing === undefined || tracked === undefined) return diagnose("GIT_MISSING", "");
  return {
    files: [...withDifferences(tracked, differing), ...differing.others],
    ignoredFolders: differing.ignoredFolders,
  };
}

/** Deleted files are not there, and of a modified file git's id says nothing any more. */
function withDifferences(
  files: readonly ListedFile[],
  { deleted, modified }: Differences,
): readonly ListedFile[] {
  if (deleted.size === 0 && modified.size === 0) return files;
  return files
    .filter(({ path }) => !deleted.has(path))
    .map((file) => {
      if (!modified.has(file.path)) return file;
      return { path: file.path, state: file.state, ...(file.raw === undefined ? {} : { raw: file.raw }) };
    });
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
