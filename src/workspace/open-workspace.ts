import type { Diagnostic } from "../model/diagnostic.ts";
import type { Platform } from "../platform/types.ts";
import { walkFolders } from "./folder-walk.ts";
import { listByGit, readTrackedPaths, type GitListing } from "./git-listing.ts";
import { listUnversioned } from "./unversioned-listing.ts";
import type { ListedFile } from "./listing.ts";
import { createPathMatcher } from "./path-matcher.ts";
import { createReader } from "./reader.ts";
import { findRepository, prefixOf } from "./repository-place.ts";
import { completeFiles } from "./complete-files.ts";
import type { RepositoryPlace, Workspace, WorkspaceFile } from "./types.ts";

export interface WorkspaceOptions {
  /** Absolute, links followed. */
  readonly root: string;
  /** Glob patterns of paths that are left out wholly. */
  readonly ignore?: readonly string[];
}

/** Lists the tree once: by git where there is a repository, otherwise by one bounded walk. */
export async function openWorkspace(platform: Platform, options: WorkspaceOptions): Promise<Workspace> {
  const { root } = options;
  const repository = findRepository(platform, root);
  const ignored = options.ignore ?? [];
  const isIgnored = ignored.length === 0 ? undefined : await createPathMatcher(ignored);
  const listing = await listTree(platform, root, repository);
  const wanted = listing.files.filter(({ path }) => !isOwnState(path) && isIgnored?.(path) !== true);
  const files = completeFiles(platform, root, wanted);
  const byPath = createIndex(files);
  const rawPaths = new Map<string, Buffer>();
  for (const { path, raw } of wanted) if (raw !== undefined) rawPaths.set(path, raw);
  const reader = createReader({ platform, root, byPath, rawPaths, diagnostics: listing.diagnostics });
  return {
    root,
    repository,
    files,
    get diagnostics() {
      return reader.diagnostics();
    },
    get: (path) => byPath().get(path),
    has: (path) => path === "." || byPath().has(path) || holdsBelow(files, path),
    stat: reader.stat,
    readText: reader.readText,
    parse: reader.parse,
    parseDockerfile: reader.parseDockerfile,
    parseMarkdown: reader.parseMarkdown,
  };
}

/** Made when the first path is asked for: a run that only lists needs none. */
function createIndex(files: readonly WorkspaceFile[]): () => ReadonlyMap<string, WorkspaceFile> {
  let index: Map<string, WorkspaceFile> | undefined;
  return () => {
    if (index !== undefined) return index;
    index = new Map();
    for (const file of files) index.set(file.path, file);
    return index;
  };
}

interface TreeListing {
  readonly files: readonly ListedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

async function listTree(
  platform: Platform,
  root: string,
  repository: RepositoryPlace | undefined,
): Promise<TreeListing> {
  if (repository?.workTree === undefined) return listUnversioned(platform, root);
  const prefix = prefixOf(repository.workTree, root);
  const place = { root, prefix, repository };
  const listing = await listByGit(platform, place);
  if (isListing(listing)) return withIgnored(platform, root, listing);
  const walk = await listUnversioned(platform, root);
  const tracked = readTrackedPaths(platform, place);
  const files = walk.files.map((file) =>
    tracked.has(file.path) ? { ...file, state: "tracked" as const } : file,
  );
  return { files, diagnostics: [listing, ...walk.diagnostics] };
}

function isListing(listing: GitListing | Diagnostic): listing is GitListing {
  return "files" in listing;
}

/** `.env` and folders of keys are usually ignored, yet are just what a person needs to know of. */
function withIgnored(platform: Platform, root: string, listing: GitListing): TreeListing {
  const walk = walkFolders(platform, { root, folders: listing.ignoredFolders, state: "ignored" });
  return { files: [...listing.files, ...walk.files], diagnostics: walk.diagnostics };
}

function isOwnState(path: string): boolean {
  return path.startsWith(".orchestra/") || path === ".orchestra";
}

/** True when some file lies below a folder; the files are sorted, so the first that could is found by halving. */
function holdsBelow(files: readonly WorkspaceFile[], folder: string): boolean {
  const prefix = `${folder}/`;
  let low = 0;
  let high = files.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((files[middle]?.path ?? "") < prefix) low = middle + 1;
    else high = middle;
  }
  return files[low]?.path.startsWith(prefix) === true;
}
