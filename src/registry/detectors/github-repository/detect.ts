import { posix } from "node:path";
import type { JsonObject } from "../../../model/json.ts";
import type { ResourceDraft } from "../../../model/resource.ts";
import { parseGitConfig, type GitSetting } from "../../../workspace/documents/git-config.ts";
import type { RepositoryPlace } from "../../../workspace/types.ts";
import { homePath, joinPath, placeOf, userConfigPath } from "../../home-path.ts";
import { showPath } from "../../place.ts";
import type { DetectContext, Detection } from "../../types.ts";
import { readBranches } from "./branches.ts";
import { mainRemote, readRemotes, trackedBranches, type Remote } from "./remotes.ts";

const MAX_BYTES = 1_048_576;

/** The repository that the root is in, read from git's own files: no process is started and nothing is asked. */
export function detectRepository(context: DetectContext): Detection {
  const { repository } = context.workspace;
  if (repository === undefined) return { resources: [] };
  const configPath = joinPath(context.platform, repository.commonFolder, "config");
  const own = readSettings(configPath, context);
  const perTree = readSettings(joinPath(context.platform, repository.gitFolder, "config.worktree"), context);
  const users = userSettings(context);
  const remotes = readRemotes(own, [...own, ...users]);
  const branches = readBranches(repository, context);
  const main = mainRemote(remotes, own, branches.current);
  const draft: ResourceDraft = {
    ...describeRepository(main, repository, context),
    resourceType: "github_action",
    status: "available",
    priority: 1,
    tags: ["repository", "git"],
    file: placeOf(configPath, context),
    line: main?.line,
  };
  const metadata: JsonObject = {
    ...draft.metadata,
    remotes: remotes.map(({ name, url, line }) => ({ name, url, line })),
    ...branches.defaultOf(main?.name ?? "origin", [...perTree, ...own, ...users]),
    currentBranch: branches.current,
    isDetached: branches.current === undefined ? true : undefined,
    upstreams: trackedBranches(own),
    isFork: isFork(remotes, main),
    isBare: repository.workTree === undefined,
  };
  return { resources: [{ ...draft, metadata }] };
}

/** What the user set for all repositories: of interest for `insteadOf` and `init.defaultBranch`. */
function userSettings(context: DetectContext): readonly GitSetting[] {
  const { platform } = context;
  const chosen = platform.host.env["GIT_CONFIG_GLOBAL"];
  if (chosen !== undefined && chosen !== "") return readSettings(chosen, context);
  return [homePath(platform, ".gitconfig"), userConfigPath(platform, "git", "config")].flatMap((path) =>
    readSettings(path, context),
  );
}

function readSettings(path: string, { platform }: DetectContext): readonly GitSetting[] {
  const read = platform.files.readText(path, { maxBytes: MAX_BYTES });
  return read.isRead ? parseGitConfig(read.text) : [];
}

type Described = Pick<ResourceDraft, "name" | "accessPattern" | "description" | "metadata">;

/** By its address on a server; a repository that has none goes by the name of its folder. */
function describeRepository(
  main: Remote | undefined,
  { workTree, gitFolder }: RepositoryPlace,
  { platform }: DetectContext,
): Described {
  if (main?.place !== undefined) {
    const { host, owner, name, webUrl, cleanUrl } = main.place;
    return {
      name: owner === "" ? name : `${owner}/${name}`,
      accessPattern: webUrl ?? cleanUrl,
      description: `repository on ${host}`,
      metadata: { host, owner, name },
    };
  }
  const folder = (workTree ?? gitFolder).replaceAll("\\", "/");
  const name = posix.basename(folder).replace(/(.)\.git$/, "$1");
  return {
    name: name === "" ? "repository" : name,
    accessPattern: showPath(folder, platform),
    description: "git repository without an address on a server",
    metadata: { name },
  };
}

/** A remote named `upstream` that belongs to somebody else says that this is a copy of it; without one nothing is known. */
function isFork(remotes: readonly Remote[], main: Remote | undefined): boolean | undefined {
  const upstream = remotes.find(({ name }) => name === "upstream")?.place;
  if (upstream === undefined || main?.place === undefined || main.name === "upstream") return undefined;
  return upstream.owner !== main.place.owner || upstream.host !== main.place.host;
}
