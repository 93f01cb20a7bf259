import { join } from "node:path";
import { OrchestraError } from "../../model/errors.ts";
import { gitEnvironment, PROGRAMS, SAFE } from "../../workspace/git-program.ts";
import { findRepository, prefixOf } from "../../workspace/repository-place.ts";
import type { Session } from "../session.ts";

const TIMEOUT_MS = 300_000;
const MAX_BYTES = 1_048_576;

/**
 * Runs some work on the tree as it was where the history of now parted from a revision, laid out in a temporary folder
 * that is gone afterwards. Throws `USAGE` where there is no git or no such revision.
 */
export async function onBaseTree<T>(
  session: Session,
  revision: string,
  work: (root: string) => Promise<T>,
): Promise<T> {
  const { platform, root } = session;
  const repository = findRepository(platform, root);
  if (repository?.workTree === undefined) {
    throw new OrchestraError("USAGE", "--changed-since needs a git repository", {
      hint: "Without one, nobody knows what was there before.",
    });
  }
  const commit = await commitOf(session, revision);
  const base = (await git(session, root, ["merge-base", commit, "HEAD"])) ?? commit;
  const folder = platform.files.makeTemporaryFolder("orchestra-base-");
  try {
    const tree = join(folder, "tree");
    const isLaidOut =
      (await git(session, folder, [
        "clone",
        "--quiet",
        "--shared",
        "--no-checkout",
        repository.workTree,
        tree,
      ])) !== undefined &&
      (await git(session, tree, ["checkout", "--quiet", "--detach", base])) !== undefined;
    if (!isLaidOut) {
      throw new OrchestraError("USAGE", `the tree of ${revision} cannot be laid out`, {
        hint: "`git fsck` says whether the repository is whole; a partial clone needs its objects.",
      });
    }
    return await work(join(tree, prefixOf(repository.workTree, root)));
  } finally {
    platform.files.removeTemporaryFolder(folder);
  }
}

async function commitOf(session: Session, revision: string): Promise<string> {
  const isName = revision !== "" && !revision.startsWith("-");
  const commit = isName
    ? await git(session, session.root, [
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        `${revision}^{commit}`,
      ])
    : undefined;
  if (commit !== undefined && commit !== "") return commit;
  throw new OrchestraError("USAGE", `git knows no revision ${JSON.stringify(revision.slice(0, 80))}`, {
    hint: "A branch, a tag or a commit; on CI the checkout needs its history: `fetch-depth: 0`.",
  });
}

/** Filters and hooks of anybody stay out: only what git keeps is written. */
async function git(
  { platform }: Session,
  cwd: string,
  parameters: readonly string[],
): Promise<string | undefined> {
  const env = { ...gitEnvironment(platform), GIT_CONFIG_GLOBAL: "/dev/null", GIT_LFS_SKIP_SMUDGE: "1" };
  for (const program of PROGRAMS) {
    const run = await platform.processes.run(program, [...SAFE, ...parameters], {
      cwd,
      env,
      timeoutMs: TIMEOUT_MS,
      maxBytes: MAX_BYTES,
    });
    if (run.ended === "not_found" || run.ended === "denied") continue;
    return run.ended === "exited" && run.exitCode === 0 ? run.stdout.trim() : undefined;
  }
  return undefined;
}
