import { join } from "node:path";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Platform, RunOptions } from "../platform/types.ts";
import { decodePath, type DecodedPath } from "./path-bytes.ts";
import { IndexFile, type EntryPlace } from "./index-file.ts";
import type { ListedFile } from "./listing.ts";

const TIMEOUT_MS = 60_000;
const MAX_BYTES = 1_073_741_824;

/** Nothing that the repository configures may run, and nothing of it is written. */
const SAFE = ["--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];
const INDEX = ["ls-files", "-s", "-z", "--debug"];
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

/** Where git usually stands: PATH may hold none, or a wrapper that does not pass everything on. */
const PROGRAMS = ["git", "/usr/bin/git", "/usr/local/bin/git", "/opt/homebrew/bin/git"];

export interface GitPlace {
  /** Absolute: what is listed is below it. */
  readonly root: string;
  /** The root relative to the top of the work tree: empty, or ending with `/`. */
  readonly prefix: string;
  /** Absolute. */
  readonly gitFolder: string;
}

/**
 * Lists a work tree by two processes: the index gives path, mode, object id and size without reading a file, the
 * status what differs from it.
 */
export async function listByGit(platform: Platform, place: GitPlace): Promise<GitListing | Diagnostic> {
  let failed: Diagnostic | undefined;
  for (const program of PROGRAMS) {
    const listing = await listWith(program, platform, place);
    if ("files" in listing) return listing;
    if (failed === undefined || failed.code === "GIT_MISSING") failed = listing;
    if (listing.code === "GIT_REFUSED") break;
  }
  return failed ?? diagnose("GIT_MISSING", "");
}

async function listWith(
  program: string,
  platform: Platform,
  place: GitPlace,
): Promise<GitListing | Diagnostic> {
  const env = gitEnvironment(platform);
  const options: RunOptions = { cwd: place.root, timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES, env };
  const [index, status] = await Promise.all([
    platform.processes.runForBytes(program, [...SAFE, ...INDEX], options),
    platform.processes.runForBytes(program, [...SAFE, ...STATUS], options),
  ]);
  for (const run of [index, status]) {
    if (run.ended === "not_found" || run.ended === "denied") return diagnose("GIT_MISSING", "");
    if (run.ended !== "exited" || run.exitCode !== 0)
      return diagnose("GIT_REFUSED", run.ended === "exited" ? run.stderr : "");
  }
  if (index.ended !== "exited" || status.ended !== "exited") return diagnose("GIT_MISSING", "");
  if (!isListing(index.stdout, place, platform)) return diagnose("GIT_MISSING", "");
  const differing = parseStatus(status.stdout, place.prefix);
  const entries = parseIndex(index.stdout);
  const tracked =
    differing.deleted.size === 0 ? entries : entries.filter(({ path }) => !differing.deleted.has(path));
  return {
    files: [...withoutIds(tracked, differing.modified), ...differing.others],
    ignoredFolders: differing.ignoredFolders,
  };
}

/** Of a modified file git's id says nothing any more. */
function withoutIds(files: readonly ListedFile[], modified: ReadonlySet<string>): readonly ListedFile[] {
  if (modified.size === 0) return files;
  return files.map((file) => {
    if (!modified.has(file.path)) return file;
    const { known: _known, ...rest } = file;
    return rest;
  });
}

/** What is not git answers something else, or nothing although the index holds entries. */
function isListing(output: Buffer, { root, prefix, gitFolder }: GitPlace, { files }: Platform): boolean {
  if (output.length > 0) return /^[0-7]{6} [0-9a-f]{40,64} [0-3]\t/.test(output.toString("latin1", 0, 100));
  if (prefix !== "") return files.stat(root) !== undefined;
  const index = files.readBytes(join(gitFolder, "index"), { maxBytes: MAX_BYTES });
  return !index.isRead || index.bytes.length < 12 || index.bytes.readUInt32BE(8) === 0;
}

/** Variables that choose another repository, or run something, are left out. */
function gitEnvironment(platform: Platform): Record<string, string | undefined> {
  const { env } = platform.host;
  const passed = [
    "PATH",
    "HOME",
    "XDG_CONFIG_HOME",
    "USERPROFILE",
    "SystemRoot",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CONFIG_GLOBAL",
  ];
  return {
    ...Object.fromEntries(passed.map((name) => [name, env[name]])),
    GIT_OPTIONAL_LOCKS: "0",
    LC_ALL: "C",
  };
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

/**
 * Entries of `ls-files -s -z --debug`: `MODE OID STAGE\tPATH\0` and five lines of what git remembers of the file. Of
 * an unmerged path only the first stage counts. A large tree has many entries, so nothing is made that is not kept.
 */
export function parseIndex(output: Buffer): readonly ListedFile[] {
  const files: ListedFile[] = [];
  let before = "";
  for (let start = 0; start < output.length;) {
    const tab = output.indexOf(TAB, start);
    const end = output.indexOf(0, tab);
    if (tab === -1 || end === -1) break;
    const next = endOfDebugLines(output, end + 1);
    const path = decodePath(output, tab + 1, end);
    if (path.text !== before && !isNotCheckedOut(output, next))
      files.push(indexEntry(output, { start, tab, next }, path));
    before = path.text;
    start = next;
  }
  return files;
}

const TAB = 9;
const LINE_BREAK = 10;
const SPACE = 32;

/** Debug lines are those that begin with two spaces. */
function endOfDebugLines(output: Buffer, start: number): number {
  let position = start;
  while (output[position] === SPACE && output[position + 1] === SPACE) {
    position = output.indexOf(LINE_BREAK, position) + 1;
  }
  return position;
}

/** In a sparse checkout the index holds more than the disk: the flag `CE_SKIP_WORKTREE`, 0x40000000, tells. */
function isNotCheckedOut(output: Buffer, next: number): boolean {
  const digits = output.lastIndexOf(SPACE, next) + 1;
  const isLong = next - 1 - digits === 8;
  return isLong && (Number.parseInt(output.toString("latin1", digits, digits + 1), 16) & 4) !== 0;
}

/** An entry of another stage than 0 is in conflict: git has no one id for it. */
function indexEntry(output: Buffer, place: EntryPlace, { text, raw }: DecodedPath): ListedFile {
  const isStaged = output[place.tab - 1] === 48;
  const entry: ListedFile = isStaged
    ? { path: text, state: "tracked", known: new IndexFile(text, output, place) }
    : { path: text, state: "tracked" };
  return raw === undefined ? entry : { ...entry, raw };
}

interface Differences {
  readonly modified: ReadonlySet<string>;
  readonly deleted: ReadonlySet<string>;
  readonly others: readonly ListedFile[];
  readonly ignoredFolders: readonly string[];
}

/** Entries of `status --porcelain=v1 -z`: `XY PATH\0`, paths from the top of the work tree. */
export function parseStatus(output: Buffer, prefix: string): Differences {
  const modified = new Set<string>();
  const deleted = new Set<string>();
  const others: ListedFile[] = [];
  const ignoredFolders: string[] = [];
  const prefixLength = Buffer.byteLength(prefix);
  for (let start = 0; start < output.length;) {
    const end = output.indexOf(0, start);
    if (end === -1) break;
    const code = output.toString("latin1", start, start + 2);
    const path = decodePath(output, start + 3 + prefixLength, end);
    start = end + 1;
    const isFolder = path.text.endsWith("/");
    if (code === "!!" && isFolder) ignoredFolders.push(path.text.slice(0, -1));
    else if (code === "!!" || code === "??") {
      if (!isFolder)
        others.push({
          state: code === "!!" ? "ignored" : "untracked",
          path: path.text,
          ...(path.raw === undefined ? {} : { raw: path.raw }),
        });
    } else if (code[1] === "D") deleted.add(path.text);
    else if (code[1] !== " ") modified.add(path.text);
  }
  return { modified, deleted, others, ignoredFolders };
}
