import type { Platform } from "../platform/types.ts";
import { gitEnvironment, PROGRAMS, SAFE } from "./git-program.ts";
import { decodePath, splitAtZero } from "./path-bytes.ts";
import { findRepository } from "./repository-place.ts";
import { pathsIgnoredOutsideGit } from "./unversioned-listing.ts";

const OPTIONS = { timeoutMs: 120_000, maxBytes: 1_073_741_824 };

const TRACKED = ["ls-files", "-z", "--cached"];
const OTHERS = ["ls-files", "-z", "--others", "--exclude-standard", "--directory"];

/** What git does not version below a folder, asked afresh. Paths are relative to it. */
export interface OtherFiles {
  /** True for a tracked file or submodule. */
  readonly isTracked: (path: string) => boolean;
  /** True for a folder with something tracked in it. */
  readonly holdsTracked: (folder: string) => boolean;
  /** True for what git leaves out, and what is below it. */
  readonly isIgnored: (path: string) => boolean;
  /** False for a folder in which everything is tracked. */
  readonly mayHoldOthers: (folder: string) => boolean;
}

/**
 * Asks git what is tracked, what is ignored and what is neither. Where there is no repository, nothing is tracked and
 * `.gitignore` files still count. Undefined where there is a repository and git cannot say what it tracks.
 */
export async function listOtherFiles(platform: Platform, root: string): Promise<OtherFiles | undefined> {
  const repository = findRepository(platform, root);
  if (repository === undefined) {
    const ignored = (await pathsIgnoredOutsideGit(platform, root)) ?? new Set<string>();
    return describe({ tracked: [], ignored, others: undefined });
  }
  if (repository.workTree === undefined) return undefined;
  const [tracked, ignored, others] = await Promise.all([
    ask(platform, root, TRACKED),
    ask(platform, root, [...OTHERS, "--ignored"]),
    ask(platform, root, OTHERS),
  ]);
  if (tracked === undefined || ignored === undefined || others === undefined) return undefined;
  return describe({ tracked, ignored: new Set(ignored), others });
}

interface Listings {
  readonly tracked: readonly string[];
  /** Folders end with `/`. */
  readonly ignored: ReadonlySet<string>;
  readonly others: readonly string[] | undefined;
}

function describe({ tracked, ignored, others }: Listings): OtherFiles {
  const trackedPaths = new Set(tracked);
  const trackedFolders = foldersAbove(tracked);
  const listed = others === undefined ? undefined : new Set([...ignored, ...others]);
  const above = listed === undefined ? undefined : foldersAbove(listed);
  return {
    isTracked: (path) => trackedPaths.has(path),
    holdsTracked: (folder) => trackedFolders.has(folder),
    isIgnored: (path) => ignored.has(path) || isWithin(ignored, `${path}/`),
    mayHoldOthers: (folder) =>
      listed === undefined || above?.has(folder) === true || isWithin(listed, `${folder}/`),
  };
}

/** Every folder that holds one of some paths, however deep. */
function foldersAbove(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const folder = path.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

/** True for a folder that is listed, or below one that is; it ends with `/`. */
function isWithin(listed: ReadonlySet<string>, folder: string): boolean {
  for (let end = folder.indexOf("/"); end !== -1; end = folder.indexOf("/", end + 1)) {
    if (listed.has(folder.slice(0, end + 1))) return true;
  }
  return false;
}

async function ask(
  platform: Platform,
  root: string,
  question: readonly string[],
): Promise<readonly string[] | undefined> {
  const options = { ...OPTIONS, cwd: root, env: gitEnvironment(platform) };
  for (const program of PROGRAMS) {
    const run = await platform.processes.runForBytes(program, [...SAFE, ...question], options);
    if (run.ended === "not_found" || run.ended === "denied") continue;
    if (run.ended !== "exited" || run.exitCode !== 0) return undefined;
    return splitAtZero(run.stdout).map((bytes) => decodePath(bytes).text);
  }
  return undefined;
}
