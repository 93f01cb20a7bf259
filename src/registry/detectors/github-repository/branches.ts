import type { JsonObject } from "../../../model/json.ts";
import type { GitSetting } from "../../../workspace/documents/git-config.ts";
import type { RepositoryPlace } from "../../../workspace/types.ts";
import { joinPath } from "../../home-path.ts";
import type { DetectContext } from "../../types.ts";

const MAX_BYTES = 16_777_216;

/** What is known of the branches without asking git. */
export interface Branches {
  /** Undefined when HEAD stands on a commit. */
  readonly current: string | undefined;
  /** The branch that others start from, and what says so; empty when nothing does. */
  readonly defaultOf: (remote: string, settings: readonly GitSetting[]) => JsonObject;
}

/** Reads HEAD and, where the remote's own HEAD is not known, the names of the branches. */
export function readBranches(repository: RepositoryPlace, context: DetectContext): Branches {
  const current = branchIn(readFile(repository.gitFolder, ["HEAD"], context), "refs/heads/");
  return {
    current,
    defaultOf: (remote, settings) => {
      const path = ["refs", "remotes", ...remote.split("/"), "HEAD"];
      const head = branchIn(readFile(repository.commonFolder, path, context), `refs/remotes/${remote}/`);
      if (head !== undefined) return { defaultBranch: head, defaultBranchFrom: `${remote}/HEAD` };
      return guessDefault({ settings, current, names: branchNames(repository, remote, context) });
    },
  };
}

interface BranchFacts {
  readonly settings: readonly GitSetting[];
  readonly current: string | undefined;
  /** Of the remote where it has been fetched, else of this repository. */
  readonly names: readonly string[];
}

/** A repository that was made here, not cloned, has no record of it: what is left are customs, and they are named. */
function guessDefault({ settings, current, names }: BranchFacts): JsonObject {
  const initial = settings.find(({ section, key }) => section === "init" && key === "defaultbranch")?.value;
  if (initial !== undefined && names.includes(initial)) {
    return { defaultBranch: initial, defaultBranchFrom: "init.defaultBranch" };
  }
  const usual = ["main", "master"].find((name) => names.includes(name));
  if (usual !== undefined) return { defaultBranch: usual, defaultBranchFrom: "its usual name" };
  const [only, second] = names.length === 0 && current !== undefined ? [current] : names;
  if (only === undefined || second !== undefined) return {};
  return { defaultBranch: only, defaultBranchFrom: "the only branch" };
}

function branchNames(
  { commonFolder }: RepositoryPlace,
  remote: string,
  context: DetectContext,
): readonly string[] {
  const ofRemote = namesUnder(`refs/remotes/${remote}/`, commonFolder, context);
  return ofRemote.length > 0 ? ofRemote : namesUnder("refs/heads/", commonFolder, context);
}

/** Loose ones at the first level, and packed ones: enough for the names that a default branch has. */
function namesUnder(prefix: string, commonFolder: string, context: DetectContext): readonly string[] {
  const { platform } = context;
  const folder = platform.files.readFolder(joinPath(platform, commonFolder, ...prefix.split("/")));
  const loose = folder.isRead
    ? folder.entries.flatMap(({ name, kind }) => (kind === "file" && typeof name === "string" ? [name] : []))
    : [];
  const packed = (readFile(commonFolder, ["packed-refs"], context) ?? "")
    .split("\n")
    .flatMap((line) => (line.startsWith(prefix, 41) ? [line.slice(41 + prefix.length).trim()] : []));
  return [...new Set([...loose, ...packed])].filter((name) => name !== "HEAD").toSorted();
}

function branchIn(text: string | undefined, prefix: string): string | undefined {
  const target = /^ref: *(\S+)/.exec(text ?? "")?.[1];
  if (target === undefined || !target.startsWith(prefix) || target === "refs/heads/.invalid")
    return undefined;
  return target.slice(prefix.length);
}

function readFile(folder: string, parts: readonly string[], { platform }: DetectContext): string | undefined {
  const read = platform.files.readText(joinPath(platform, folder, ...parts), { maxBytes: MAX_BYTES });
  return read.isRead ? read.text : undefined;
}
