import type { Diagnostic } from "../model/diagnostic.ts";
import type { Platform } from "../platform/types.ts";
import { walkFolders } from "./folder-walk.ts";
import { listByGit, readTrackedPaths, type GitListing } from "./git-listing.ts";
import type { StatusAhead } from "./git-question.ts";
import { listUnversioned } from "./unversioned-listing.ts";
import type { ListedFile, Listing } from "./listing.ts";
import { once } from "./once.ts";
import { createPathMatcher } from "./path-matcher.ts";
import { createReader } from "./reader.ts";
import { findRepository, prefixOf } from "./repository-place.ts";
import { completeFiles, mergeFiles } from "./complete-files.ts";
import { findSharedContent } from "./shared-content.ts";
import { firstFrom, NO_FILES, withoutPaths } from "./tracked-files.ts";
import type { RepositoryPlace, Workspace, WorkspaceFile } from "./types.ts";

/** What orchestra itself keeps in a project. */
const OWN_STATE = ".orchestra";

export interface WorkspaceOptions {
  /** Absolute, links followed. */
  readonly root: string;
  /** Glob patterns of paths that are left out wholly. */
  readonly ignore?: readonly string[];
  /** Prepares `findSharedContent` while git is at work. */
  readonly comparesContent?: boolean | undefined;
  /** `git status` of this or another tree, where it was begun before. */
  readonly ahead?: StatusAhead | undefined;
}

/** Lists the tree once: by git where there is a repository, otherwise by one bounded walk. */
export async function openWorkspace(platform: Platform, options: WorkspaceOptions): Promise<Workspace> {
  const { root } = options;
  const repository = findRepository(platform, root);
  const ignored = options.ignore ?? [];
  const isIgnored = ignored.length === 0 ? undefined : await createPathMatcher(ignored);
  const listing = await listTree(platform, repository, options);
  const tracked = isIgnored === undefined ? listing.tracked : withoutPaths(listing.tracked, isIgnored);
  const others = listing.others.filter(({ path }) => !isOwnState(path) && isIgnored?.(path) !== true);
  const beside = completeFiles(platform, root, others);
  const filesOnce = once(() => mergeFiles(tracked, beside));
  const byPath = once(() => indexByPath(filesOnce()));
  const rawPaths = new Map(listing.rawPaths);
  for (const { path, raw } of others) if (raw !== undefined) rawPaths.set(path, raw);
  const reader = createReader({ platform, root, byPath, rawPaths, diagnostics: listing.diagnostics });
  return {
    root,
    repository,
    get files() {
      return filesOnce();
    },
    get diagnostics() {
      return reader.diagnostics();
    },
    get: (path) => byPath().get(path),
    has: (path) => path === "." || byPath().has(path) || holdsBelow(filesOnce(), path),
    findSharedContent: () => findSharedContent(tracked, beside),
    stat: reader.stat,
    readText: reader.readText,
    parse: reader.parse,
    parseDockerfile: reader.parseDockerfile,
    parseMarkdown: reader.parseMarkdown,
  };
}

function indexByPath(files: readonly WorkspaceFile[]): ReadonlyMap<string, WorkspaceFile> {
  const index = new Map<string, WorkspaceFile>();
  for (const file of files) index.set(file.path, file);
  return index;
}

interface TreeListing extends Listing {
  readonly diagnostics: readonly Diagnostic[];
}

async function listTree(
  platform: Platform,
  repository: RepositoryPlace | undefined,
  { root, ahead, comparesContent }: WorkspaceOptions,
): Promise<TreeListing> {
  if (repository?.workTree === undefined) return besideNone(await listUnversioned(platform, root));
  const prefix = prefixOf(repository.workTree, root);
  const place = {
    root,
    prefix,
    repository,
    without: OWN_STATE,
    comparesContent,
    asked: ahead?.root === root ? ahead.take() : undefined,
  };
  const listing = await listByGit(platform, place);
  if (isListing(listing)) return withIgnored(platform, root, listing);
  const walk = await listUnversioned(platform, root);
  const tracked = readTrackedPaths(platform, place);
  const files = walk.files.map((file) =>
    tracked.has(file.path) ? { ...file, state: "tracked" as const } : file,
  );
  return besideNone({ files, diagnostics: [listing, ...walk.diagnostics] });
}

/** A listing without an index. */
function besideNone({
  files,
  diagnostics,
}: {
  readonly files: readonly ListedFile[];
  readonly diagnostics: readonly Diagnostic[];
}): TreeListing {
  return { tracked: NO_FILES, others: files, rawPaths: new Map(), diagnostics };
}

function isListing(listing: GitListing | Diagnostic): listing is GitListing {
  return "tracked" in listing;
}

/** `.env` and folders of keys are usually ignored, yet are just what a person needs to know of. */
function withIgnored(platform: Platform, root: string, listing: GitListing): TreeListing {
  const walk = walkFolders(platform, { root, folders: listing.ignoredFolders, state: "ignored" });
  return { ...listing, others: [...listing.others, ...walk.files], diagnostics: walk.diagnostics };
}

function isOwnState(path: string): boolean {
  return path.startsWith(`${OWN_STATE}/`) || path === OWN_STATE;
}

/** True when some file lies below a folder. */
function holdsBelow(files: readonly WorkspaceFile[], folder: string): boolean {
  const prefix = `${folder}/`;
  const place = firstFrom(files.length, (at) => files[at]?.path ?? "", prefix);
  return files[place]?.path.startsWith(prefix) === true;
}
