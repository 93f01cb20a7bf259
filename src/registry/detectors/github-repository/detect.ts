import { posix } from "node:path";
import type { ResourceDraft } from "../../../model/resource.ts";
import type { RepositoryPlace } from "../../../workspace/types.ts";
import { parseGitConfig, type GitSetting } from "../../../workspace/documents/git-config.ts";
import { showPath } from "../../place.ts";
import type { DetectContext, Detection } from "../../types.ts";
import { cleanRemoteUrl, parseRemoteUrl } from "./remote-url.ts";

const MAX_BYTES = 4_194_304;

/** The repository that the root is in, read from git's own files: no process is started and nothing is asked. */
export function detectRepository(context: DetectContext): Detection {
  const { repository } = context.workspace;
  if (repository === undefined) return { resources: [] };
  const configPath = posix.join(repository.commonFolder, "config");
  const settings = parseGitConfig(read(configPath, context) ?? "");
  const remotes = remotesOf(settings);
  const main = mainRemote(remotes, settings);
  const draft = main?.place === undefined ? localDraft(repository, context) : remoteDraft(main);
  const file = placeIn(configPath, context);
  return {
    resources: [
      {
        ...draft,
        resourceType: "github_action",
        status: "available",
        priority: 1,
        tags: ["repository", "git"],
        metadata: {
          ...draft.metadata,
          remotes: remotes.map(({ name, url, line }) => ({ name, url, line })),
          defaultBranch: defaultBranch(repository, main?.name ?? "origin", context),
          currentBranch: currentBranch(repository, context),
          upstreams: upstreamsOf(settings),
          isBare: repository.workTree === undefined,
        },
        file,
        line: main?.line,
      },
    ],
  };
}

interface Remote {
  readonly name: string;
  readonly url: string;
  readonly line: number;
  readonly place: ReturnType<typeof parseRemoteUrl>;
}

function remotesOf(settings: readonly GitSetting[]): readonly Remote[] {
  return settings
    .filter(
      ({ section, subsection, key }) => section === "remote" && subsection !== undefined && key === "url",
    )
    .map(({ subsection = "", value, line }) => {
      const address = rewritten(value, settings);
      return { name: subsection, url: cleanRemoteUrl(address), line, place: parseRemoteUrl(address) };
    });
}

/** `url.<base>.insteadOf` puts another beginning in the place of the longest that matches. */
function rewritten(address: string, settings: readonly GitSetting[]): string {
  const [rule] = settings
    .filter(
      ({ section, key, value }) => section === "url" && key === "insteadof" && address.startsWith(value),
    )
    .toSorted((a, b) => b.value.length - a.value.length);
  return rule?.subsection === undefined ? address : rule.subsection + address.slice(rule.value.length);
}

/** `origin`, else what the current branch's kin track, else the first. */
function mainRemote(remotes: readonly Remote[], settings: readonly GitSetting[]): Remote | undefined {
  const tracked = settings.find(({ section, key }) => section === "branch" && key === "remote")?.value;
  return (
    remotes.find(({ name }) => name === "origin") ??
    remotes.find(({ name }) => name === tracked) ??
    remotes[0]
  );
}

type Described = Pick<ResourceDraft, "name" | "accessPattern" | "description" | "metadata">;

function remoteDraft({ place, url }: Remote): Described {
  if (place === undefined) return { name: url, accessPattern: url, description: "git repository" };
  const { host, owner, name, webUrl } = place;
  return {
    name: `${owner}/${name}`,
    accessPattern: webUrl,
    description: `repository on ${host}`,
    metadata: { host, owner, name },
  };
}

function localDraft({ workTree, gitFolder }: RepositoryPlace, { platform }: DetectContext): Described {
  const folder = workTree ?? gitFolder;
  const name = posix.basename(folder.replaceAll("\\", "/"));
  return { name, accessPattern: showPath(folder, platform), description: "git repository without a remote" };
}

/** What the remote's HEAD points to, as it was when it was last fetched. */
function defaultBranch(
  { commonFolder }: RepositoryPlace,
  remote: string,
  context: DetectContext,
): string | undefined {
  const text = read(posix.join(commonFolder, "refs/remotes", remote, "HEAD"), context);
  const prefix = `ref: refs/remotes/${remote}/`;
  return text?.startsWith(prefix) === true ? text.slice(prefix.length).trim() : undefined;
}

function currentBranch({ gitFolder }: RepositoryPlace, context: DetectContext): string | undefined {
  return /^ref: refs\/heads\/(.+)$/m.exec(read(posix.join(gitFolder, "HEAD"), context) ?? "")?.[1];
}

/** Branch → what it tracks: `main` → `origin/main`. */
function upstreamsOf(settings: readonly GitSetting[]) {
  const branches = settings.filter(
    ({ section, subsection }) => section === "branch" && subsection !== undefined,
  );
  const names = [...new Set(branches.map(({ subsection = "" }) => subsection))];
  return names.flatMap((branch) => {
    const valueOf = (key: string) =>
      branches.find((one) => one.subsection === branch && one.key === key)?.value;
    const [remote, merge] = [valueOf("remote"), valueOf("merge")];
    if (remote === undefined || merge === undefined) return [];
    return [{ branch, upstream: `${cleanRemoteUrl(remote)}/${merge.replace(/^refs\/heads\//, "")}` }];
  });
}

function read(path: string, { platform }: DetectContext): string | undefined {
  const result = platform.files.readText(path, { maxBytes: MAX_BYTES });
  return result.isRead ? result.text : undefined;
}

function placeIn(path: string, { workspace, platform }: DetectContext): string {
  const root = `${workspace.root}/`;
  return path.startsWith(root) ? path.slice(root.length) : showPath(path, platform);
}
