import type { DetectContext, Verification } from "../../types.ts";

/** Asks git itself how the work tree stands; nothing is fetched. */
export async function verifyRepository(_resource: unknown, context: DetectContext): Promise<Verification> {
  const { repository } = context.workspace;
  if (repository === undefined)
    return { status: "missing", reason: "the folder is in no repository any more" };
  if (repository.workTree === undefined) return { status: "available" };
  const status = await context.platform.git.readStatus(repository.workTree);
  if (status === undefined) return { status: "unknown", reason: "git is not here to be asked, or refuses" };
  const files = status.conflicted === 1 ? "file is" : "files are";
  return status.conflicted === 0
    ? { status: "available" }
    : { status: "degraded", reason: `${status.conflicted} ${files} in conflict` };
}
