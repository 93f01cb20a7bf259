import type { Platform, Processes } from "../platform/types.ts";
import { gitEnvironment, PROGRAMS, REFRESHING, SAFE } from "./git-program.ts";
import { findRepository } from "./repository-place.ts";
import type { RepositoryPlace } from "./types.ts";

const TIMEOUT_MS = 60_000;
const MAX_BYTES = 1_073_741_824;

/** What the index holds. */
export const LS_FILES = ["ls-files", "-s", "-z"];

/** What differs from the index. */
export const STATUS = [
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

/** Git's answer, as it comes. */
export type GitAnswer = ReturnType<Processes["runForBytes"]>;

export interface GitQuestion {
  readonly program: string;
  /** Absolute: the answer is about what is below it. */
  readonly root: string;
  readonly question: readonly string[];
  /** Absolute: an index that git reads instead of the repository's own and may write. */
  readonly index?: string | undefined;
  readonly signal?: AbortSignal;
}

/** Starts git on a question. */
export function askGit(
  platform: Platform,
  { program, root, question, index, signal }: GitQuestion,
): GitAnswer {
  const env = gitEnvironment(platform);
  const refreshing = { ...env, GIT_OPTIONAL_LOCKS: "1", GIT_INDEX_FILE: index };
  return platform.processes.runForBytes(
    program,
    [...(index === undefined ? SAFE : REFRESHING), ...question],
    {
      cwd: root,
      timeoutMs: TIMEOUT_MS,
      maxBytes: MAX_BYTES,
      env: index === undefined ? env : refreshing,
      ...(signal === undefined ? {} : { signal }),
    },
  );
}

/** `git status` of a tree, begun before the code that wants it is loaded. */
export interface StatusAhead {
  /** Absolute, links followed. */
  readonly root: string;
  /** The answer, once; undefined from then on. */
  take(): GitAnswer | undefined;
  /** Ends git where nobody took the answer. */
  end(): void;
}

/** An index that git may write, in the place of a repository's own. */
export interface OwnIndex {
  /** Absolute; undefined where there is none. */
  readonly of: (repository: RepositoryPlace) => string | undefined;
  /** Called with its path where git could not read it. */
  readonly forget: (path: string) => void;
}

/** Starts `git status`, which takes longer on a large tree than all else; undefined outside of a work tree. */
export function askStatusAhead(platform: Platform, root: string, own?: OwnIndex): StatusAhead | undefined {
  const [program] = PROGRAMS;
  const repository = findRepository(platform, root);
  if (program === undefined || repository?.workTree === undefined) return undefined;
  const controller = new AbortController();
  const { signal } = controller;
  const index = own?.of(repository);
  const ask = (asked: string | undefined) =>
    askGit(platform, { program, root, question: STATUS, index: asked, signal });
  let answer: GitAnswer | undefined =
    own === undefined || index === undefined ? ask(undefined) : askAgainWhereRefused(index, { own, ask });
  answer.catch(() => undefined);
  return {
    root,
    take: () => {
      const taken = answer;
      answer = undefined;
      return taken;
    },
    end: () => {
      if (answer !== undefined) controller.abort();
    },
  };
}

interface Asking {
  readonly own: OwnIndex;
  readonly ask: (index: string | undefined) => GitAnswer;
}

/** The repository's own index has the last word. */
async function askAgainWhereRefused(index: string, { own, ask }: Asking): GitAnswer {
  const answer = await ask(index);
  if (answer.ended !== "exited" || answer.exitCode === 0) return answer;
  own.forget(index);
  return ask(undefined);
}
