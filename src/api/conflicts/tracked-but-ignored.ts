import { gitEnvironment, PROGRAMS, SAFE } from "../../workspace/git-program.ts";
import type { Workspace } from "../../workspace/types.ts";
import type { Session } from "../session.ts";

const OPTIONS = { timeoutMs: 60_000, maxBytes: 67_108_864 };

/** Files that git tracks though its rules would leave them out. */
export async function listTrackedButIgnored(
  { platform, root }: Session,
  workspace: Workspace,
): Promise<readonly string[]> {
  if (workspace.repository?.workTree === undefined) return [];
  const question = [...SAFE, "ls-files", "-z", "--cached", "--ignored", "--exclude-standard"];
  for (const program of PROGRAMS) {
    const options = { ...OPTIONS, cwd: root, env: gitEnvironment(platform) };
    const run = await platform.processes.runForBytes(program, question, options);
    if (run.ended === "not_found" || run.ended === "denied") continue;
    if (run.ended !== "exited" || run.exitCode !== 0) return [];
    const paths = run.stdout.toString("utf8").split("\0");
    return paths.filter((path) => workspace.get(path)?.kind === "file").toSorted();
  }
  return [];
}
