import type { JsonObject } from "../../../model/json.ts";
import type { GitSetting } from "../../../workspace/documents/git-config.ts";
import { cleanRemoteUrl, parseRemoteUrl, type RemotePlace } from "./remote-url.ts";

/** A remote of the repository. */
export interface Remote {
  readonly name: string;
  /** As it may be shown; undefined when it has a form of which nothing may. */
  readonly url: string | undefined;
  /** Of the address in the settings, 1-based. */
  readonly line: number;
  /** Undefined for one on this machine. */
  readonly place: RemotePlace | undefined;
}

/** The remotes, each with its first address; `rules` are the settings that may rewrite it. */
export function readRemotes(
  settings: readonly GitSetting[],
  rules: readonly GitSetting[],
): readonly Remote[] {
  const remotes = new Map<string, Remote>();
  for (const { section, subsection, key, value, line } of settings) {
    if (section !== "remote" || subsection === undefined || key !== "url" || remotes.has(subsection))
      continue;
    const address = rewritten(value, rules);
    const url = cleanRemoteUrl(address);
    remotes.set(subsection, { name: subsection, url, line, place: parseRemoteUrl(address) });
  }
  return [...remotes.values()];
}

/** `origin`, else what the current branch tracks, else one on a server, else the first. */
export function mainRemote(
  remotes: readonly Remote[],
  settings: readonly GitSetting[],
  branch: string | undefined,
): Remote | undefined {
  const tracked = settings.find(
    ({ section, subsection, key }) => section === "branch" && subsection === branch && key === "remote",
  )?.value;
  return (
    remotes.find(({ name }) => name === "origin") ??
    remotes.find(({ name }) => name === tracked) ??
    remotes.find(({ place }) => place !== undefined) ??
    remotes[0]
  );
}

/** Branch → what it tracks: `main` → `origin/main`; a branch of this repository itself has `.` as its remote. */
export function trackedBranches(settings: readonly GitSetting[]): readonly JsonObject[] {
  const branches = settings.filter(
    ({ section, subsection }) => section === "branch" && subsection !== undefined,
  );
  const names = new Set(branches.map(({ subsection = "" }) => subsection));
  return [...names].flatMap((branch) => {
    const valueOf = (key: string) =>
      branches.findLast((one) => one.subsection === branch && one.key === key)?.value;
    const remote = valueOf("remote");
    const merge = valueOf("merge")?.replace(/^refs\/heads\//, "");
    if (remote === undefined || merge === undefined) return [];
    const shown = remote.includes(":") ? cleanRemoteUrl(remote) : remote;
    return shown === undefined ? [] : [{ branch, upstream: shown === "." ? merge : `${shown}/${merge}` }];
  });
}

/** `url.<base>.insteadOf` puts another beginning in the place of the longest that matches. */
function rewritten(address: string, rules: readonly GitSetting[]): string {
  const [rule] = rules
    .filter(
      ({ section, key, value }) => section === "url" && key === "insteadof" && address.startsWith(value),
    )
    .toSorted((a, b) => b.value.length - a.value.length);
  return rule?.subsection === undefined ? address : rule.subsection + address.slice(rule.value.length);
}
