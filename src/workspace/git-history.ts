import type { Platform } from "../platform/types.ts";
import { gitEnvironment, PROGRAMS, SAFE } from "./git-program.ts";

const OPTIONS = { timeoutMs: 30_000, maxBytes: 67_108_864 };

/** What git remembers of files; paths are relative to the root. Each answer is undefined where git cannot say. */
export interface GitHistory {
  /** When a file that is as it was committed was committed last. Milliseconds since 1970. */
  committedAt(path: string): Promise<number | undefined>;
  /** When a line (1-based) of such a file was committed last. Milliseconds since 1970. */
  lineCommittedAt(path: string, line: number): Promise<number | undefined>;
  /** When the file was written. Milliseconds since 1970. */
  modifiedAt(path: string): number | undefined;
  /** How many commits ago a file first came: more is older. */
  age(path: string): Promise<number | undefined>;
  /** Where a file went that is not there any more, by the latest commit that moved it. */
  movedTo(path: string): Promise<string | undefined>;
  /** The text that two sides of a merge both come from: the index has it, or what HEAD shares with a revision. */
  baseText(path: string, revision: string): Promise<string | undefined>;
}

/** Asks git by argument array; nothing that the repository configures runs. */
export function createGitHistory(platform: Platform, root: string): GitHistory {
  const git = (parameters: readonly string[]) => run(platform, root, parameters);
  const isAsCommitted = async (path: string) =>
    (await git(["status", "--porcelain", "--", literal(path)])) === "";
  return {
    committedAt: async (path) => {
      if (!(await isAsCommitted(path))) return undefined;
      return seconds(await git(["log", "-1", "--format=%ct", "--", literal(path)]));
    },
    lineCommittedAt: async (path, line) => {
      if (!(await isAsCommitted(path))) return undefined;
      const blame = await git(["blame", "--porcelain", "-L", `${line},${line}`, "--", path]);
      return seconds(/^committer-time (\d+)$/m.exec(blame ?? "")?.[1]);
    },
    modifiedAt: (path) => platform.files.lstat(`${root}/${path}`)?.modifiedMs,
    age: async (path) => {
      const first = await git(["log", "--diff-filter=A", "--format=%H", "--", literal(path)]);
      const commit = first?.trim().split("\n").at(-1) ?? "";
      if (commit === "") return undefined;
      const count = Number(await git(["rev-list", "--count", `${commit}..HEAD`]));
      return Number.isInteger(count) ? count : undefined;
    },
    movedTo: async (path) => findMove(git, path),
    baseText: async (path, revision) => {
      const staged = await git(["show", `:1:./${path}`]);
      if (staged !== undefined) return staged;
      if (revision === "" || revision.startsWith("-")) return undefined;
      const base = (await git(["merge-base", "HEAD", "--end-of-options", revision]))?.trim();
      return base === undefined || base === "" ? undefined : git(["show", `${base}:./${path}`]);
    },
  };
}

type Git = (parameters: readonly string[]) => Promise<string | undefined>;

/** Follows a file from commit to commit, as long as each says that it was moved. */
async function findMove(git: Git, path: string): Promise<string | undefined> {
  let at = path;
  for (let hop = 0; hop < MOST_HOPS; hop += 1) {
    const commit = (
      await git(["log", "-1", "--no-renames", "--diff-filter=D", "--format=%H", "--", literal(at)])
    )?.trim();
    if (commit === undefined || commit === "") return at === path ? undefined : at;
    const changes = await git([
      "show",
      "-M",
      "--diff-filter=R",
      "--name-status",
      "-z",
      "--format=",
      "--relative",
      commit,
    ]);
    const fields = (changes ?? "").split("\0");
    const from = fields.findIndex((field, index) => index % 3 === 1 && field === at);
    const to = from === -1 ? undefined : fields[from + 1];
    if (to === undefined) return at === path ? undefined : at;
    at = to;
  }
  return undefined;
}

const MOST_HOPS = 20;

/** A path is no pattern. */
function literal(path: string): string {
  return `:(literal)${path}`;
}

function seconds(text: string | undefined): number | undefined {
  const found = /^\d+$/.exec(text?.trim() ?? "")?.[0];
  return found === undefined ? undefined : Number(found) * 1_000;
}

async function run(
  platform: Platform,
  root: string,
  parameters: readonly string[],
): Promise<string | undefined> {
  const options = { ...OPTIONS, cwd: root, env: gitEnvironment(platform) };
  for (const program of PROGRAMS) {
    const done = await platform.processes.run(program, [...SAFE, ...parameters], options);
    if (done.ended === "not_found" || done.ended === "denied") continue;
    return done.ended === "exited" && done.exitCode === 0 ? done.stdout : undefined;
  }
  return undefined;
}
