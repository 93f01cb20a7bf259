import type { Platform, Processes } from "../platform/types.ts";
import { gitEnvironment, PROGRAMS, SAFE } from "./git-program.ts";
import { findRepository } from "./repository-place.ts";

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
  readonly signal?: AbortSignal;
}

/** Starts git on a question. */
export function askGit(platform: Platform, { program, root, question, signal }: GitQuestion): GitAnswer {
  return platform.processes.runForBytes(program, [...SAFE, ...question], {
    cwd: root,
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_BYTES,
    env: gitEnvironment(platform),
    ...(signal === undefined ? {} : { signal }),
  });
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

/** Starts `git status`, which takes longer on a large tree than all else; undefined outside of a work tree. */
export function askStatusAhead(platform: Platform, root: string): StatusAhead | undefined {
  const [program] = PROGRAMS;
  if (program === undefined || findRepository(platform, root)?.workTree === undefined) return undefined;
  const controller = new AbortController();
  let answer: GitAnswer | undefined = askGit(platform, {
    program,
    root,
    question: STATUS,
    signal: controller.signal,
  });
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
