import type { Diagnostic } from "../model/diagnostic.ts";
import type { Platform, RunOptions } from "../platform/types.ts";
import { decodePath } from "./path-bytes.ts";
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

/**
 * Lists a work tree by two processes: the index gives path, mode, object id and size without reading a file, the
 * status what differs from it. `prefix` is the root relative to the top of the work tree, empty or ending with `/`.
 */
export async function listByGit(
  platform: Platform,
  root: string,
  prefix: string,
): Promise<GitListing | Diagnostic> {
  const options: RunOptions = {
    cwd: root,
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_BYTES,
    env: gitEnvironment(platform),
  };
  const [index, status] = await Promise.all([
    platform.processes.runForBytes("git", [...SAFE, ...INDEX], options),
    platform.processes.runForBytes("git", [...SAFE, ...STATUS], options),
  ]);
  if (index.ended !== "exited" || index.exitCode !== 0) return failure(index);
  if (status.ended !== "exited" || status.exitCode !== 0) return failure(status);
  const differing = parseStatus(status.stdout, prefix);
  const tracked = parseIndex(index.stdout).filter((file) => !differing.deleted.has(file.path));
  return {
    files: [
      ...tracked.map((file) => (differing.modified.has(file.path) ? { ...file, oid: undefined } : file)),
      ...differing.others,
    ],
    ignoredFolders: differing.ignoredFolders,
  };
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

type FailedRun = { readonly ended: string; readonly stderr?: string };

function failure(run: FailedRun): Diagnostic {
  const isRefused = run.stderr?.includes("dubious ownership") === true;
  const reason = run.ended === "exited" ? "git refused" : `git ${run.ended.replaceAll("_", " ")}`;
  return {
    severity: "warning",
    code: "GIT_UNUSABLE",
    message: isRefused
      ? "the repository belongs to another user, so git does not read it; the folder was walked instead"
      : `git could not list the tree (${reason}); the folder was walked instead`,
    source: "workspace",
    file: ".git",
    hint: isRefused
      ? "`git config --global --add safe.directory` allows it."
      : "Try `git status` in this folder.",
  };
}

/**
 * Entries of `ls-files -s -z --debug`: `MODE OID STAGE\tPATH\0` and five lines of what git remembers of the file.
 * Of an unmerged path only the first stage counts.
 */
export function parseIndex(output: Buffer): readonly ListedFile[] {
  const files: ListedFile[] = [];
  let before = "";
  for (let start = 0; start < output.length;) {
    const end = output.indexOf(0, start);
    if (end === -1) break;
    const tab = output.indexOf(9, start);
    const head = output.toString("latin1", start, tab);
    const name = output.subarray(tab + 1, end);
    const next = endOfDebugLines(output, end + 1);
    const path = decodePath(name);
    const debug = output.toString("latin1", end + 1, next);
    const isSkipped = path.text === before || isNotCheckedOut(debug);
    before = path.text;
    if (!isSkipped) files.push({ ...entryOf(head, debug), path: path.text, ...path.raw });
    start = next;
  }
  return files;
}

function endOfDebugLines(output: Buffer, start: number): number {
  let position = start;
  while (output[position] === 32 && output[position + 1] === 32) position = output.indexOf(10, position) + 1;
  return position;
}

/** In a sparse checkout the index holds more than the disk: the flag `CE_SKIP_WORKTREE` tells. */
function isNotCheckedOut(debug: string): boolean {
  const flagsAt = debug.indexOf("flags: ");
  return flagsAt !== -1 && (Number.parseInt(debug.slice(flagsAt + 7), 16) & 0x40000000) !== 0;
}

const KINDS: Readonly<Record<string, ListedFile["kind"] | undefined>> = {
  "120000": "link",
  "160000": "submodule",
};

function entryOf(head: string, debug: string): Omit<ListedFile, "path"> {
  const mode = head.slice(0, 6);
  const sizeAt = debug.indexOf("size: ");
  return {
    kind: KINDS[mode] ?? "file",
    state: "tracked",
    mode: mode === "100755" ? 0o755 : 0o644,
    size: sizeAt === -1 ? 0 : Number.parseInt(debug.slice(sizeAt + 6, sizeAt + 20), 10),
    oid: head.endsWith(" 0") ? head.slice(7, head.indexOf(" ", 7)) : undefined,
  };
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
    const path = decodePath(output.subarray(start + 3 + prefixLength, end));
    start = end + 1;
    const isFolder = path.text.endsWith("/");
    if (code === "!!" && isFolder) ignoredFolders.push(path.text.slice(0, -1));
    else if (code === "!!" || code === "??") {
      if (!isFolder)
        others.push({
          ...UNKNOWN,
          state: code === "!!" ? "ignored" : "untracked",
          path: path.text,
          ...path.raw,
        });
    } else if (code[1] === "D") deleted.add(path.text);
    else if (code[1] !== " ") modified.add(path.text);
  }
  return { modified, deleted, others, ignoredFolders };
}

const UNKNOWN = { kind: undefined, mode: 0, size: 0, oid: undefined } as const;
