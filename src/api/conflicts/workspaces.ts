import { posix } from "node:path";
import type { Snapshot } from "../../model/snapshot.ts";
import { createPathMatcher } from "../../workspace/path-matcher.ts";
import type { Workspace } from "../../workspace/types.ts";
import type { FileFacts } from "./file-facts.ts";

/** What the patterns of `workspaces` and `pnpm-workspace.yaml` take in, a group for each folder that has such patterns. */
export async function findWorkspaces(
  workspace: Workspace,
  facts: ReadonlyMap<string, FileFacts>,
): Promise<Snapshot["workspaces"]> {
  const manifests = workspace.files
    .map(({ path }) => path)
    .filter((path) => posix.basename(path) === "package.json");
  const groups = new Map<string, string[]>();
  for (const [file, { members = [] }] of facts) {
    const root = posix.dirname(file);
    const patterns = members.map((pattern) => {
      const bare = pattern.replace(/^!/, "");
      return `${bare === pattern ? "" : "!"}${posix.join(root, bare, "package.json")}`;
    });
    if (patterns.length > 0) groups.set(root, [...(groups.get(root) ?? []), ...patterns]);
  }
  return Promise.all(
    [...groups].map(async ([root, patterns]) => ({
      members: await membersAmong(manifests, patterns),
      linksPlainRanges: linksPlainRanges(workspace, root),
    })),
  );
}

/** What a pattern with `!` in front takes in is left out. */
async function membersAmong(
  manifests: readonly string[],
  patterns: readonly string[],
): Promise<readonly string[]> {
  const isMember = await createPathMatcher(patterns.filter((pattern) => !pattern.startsWith("!")));
  const isLeftOut = await createPathMatcher(
    patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1)),
  );
  return manifests.filter((path) => isMember(path) && !isLeftOut(path));
}

/** pnpm links by `workspace:` alone since this version, unless it is told to; before, it linked what a range allows. */
const STRICT_PNPM = 9;

/** False where pnpm takes a published package for each range without `workspace:`, by its settings or its version. */
function linksPlainRanges(workspace: Workspace, root: string): boolean {
  const settings = textAt(workspace, root, "pnpm-workspace.yaml");
  if (settings === "") return true;
  const said =
    /^linkWorkspacePackages:\s*["']?(\w+)/m.exec(settings) ??
    /^link-workspace-packages\s*=\s*["']?(\w+)/m.exec(textAt(workspace, root, ".npmrc"));
  if (said !== null) return said[1] !== "false";
  const manager = /"packageManager"\s*:\s*"pnpm@(\d+)/.exec(textAt(workspace, root, "package.json"));
  return manager === null || Number(manager[1]) < STRICT_PNPM;
}

function textAt(workspace: Workspace, root: string, name: string): string {
  const read = workspace.readText(posix.join(root, name));
  return read.isRead ? read.text : "";
}
