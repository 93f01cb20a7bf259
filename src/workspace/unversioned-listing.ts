import { join } from "node:path";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Platform } from "../platform/types.ts";
import { walkFolders } from "./folder-walk.ts";
import type { ListedFile } from "./listing.ts";
import { decodePath, splitAtZero } from "./path-bytes.ts";

const TIMEOUT_MS = 30_000;
const MAX_BYTES = 268_435_456;

/** Lists a folder that git does not version. Where it has a `.gitignore`, git itself says what that leaves out. */
export async function listUnversioned(
  platform: Platform,
  root: string,
): Promise<{ readonly files: readonly ListedFile[]; readonly diagnostics: readonly Diagnostic[] }> {
  const walk = walkFolders(platform, { root, folders: [""], state: "untracked" });
  if (!walk.files.some(({ path }) => path === ".gitignore" || path.endsWith("/.gitignore"))) return walk;
  const ignored = await pathsIgnoredOutsideGit(platform, root);
  if (ignored === undefined) return { ...walk, diagnostics: [...walk.diagnostics, unhonoured()] };
  const files = walk.files.map((file) =>
    isBelow(ignored, file.path) ? { ...file, state: "ignored" as const } : file,
  );
  return { files, diagnostics: walk.diagnostics };
}

/**
 * Paths that the `.gitignore` files leave out, folders ending with `/`: an empty repository in the user's cache folder
 * lends git to a tree that has none. Undefined where git is not installed or the folder cannot be made.
 */
export async function pathsIgnoredOutsideGit(
  platform: Platform,
  root: string,
): Promise<ReadonlySet<string> | undefined> {
  const repository = join(platform.host.cacheFolder, "empty.git");
  const { env } = platform.host;
  const common = { PATH: env["PATH"], HOME: env["HOME"], SystemRoot: env["SystemRoot"], LC_ALL: "C" };
  const options = { timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES };
  if (platform.files.stat(join(repository, "HEAD")) === undefined) {
    const made = await platform.processes.run("git", ["init", "-q", "--bare", "--template=", repository], {
      ...options,
      env: common,
    });
    if (made.ended !== "exited" || made.exitCode !== 0) return undefined;
  }
  const listed = await platform.processes.runForBytes(
    "git",
    [
      "-c",
      "core.fsmonitor=false",
      "-c",
      "core.bare=false",
      "ls-files",
      "-z",
      "-o",
      "-i",
      "--exclude-standard",
      "--directory",
    ],
    {
      ...options,
      cwd: root,
      env: { ...common, GIT_DIR: repository, GIT_WORK_TREE: root, GIT_OPTIONAL_LOCKS: "0" },
    },
  );
  if (listed.ended !== "exited" || listed.exitCode !== 0) return undefined;
  return new Set(splitAtZero(listed.stdout).map((bytes) => decodePath(bytes).text));
}

function isBelow(ignored: ReadonlySet<string>, path: string): boolean {
  if (ignored.has(path)) return true;
  for (let end = path.indexOf("/"); end !== -1; end = path.indexOf("/", end + 1)) {
    if (ignored.has(path.slice(0, end + 1))) return true;
  }
  return false;
}

function unhonoured(): Diagnostic {
  return {
    severity: "info",
    code: "GITIGNORE_NOT_APPLIED",
    message: "git is not here to say what the .gitignore files leave out: everything is listed",
    source: "workspace",
    file: ".gitignore",
    hint: "Install git.",
  };
}
