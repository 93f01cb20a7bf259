import type { Workspace, WorkspaceFile } from "../../workspace/types.ts";
import { acceptsSource, scanUsages } from "./scan-usages.ts";
import type { VariableUsage } from "./types.ts";

/** Below so many files that are not known yet, opening each is quicker than a search through all. */
const FEW = 300;

/** What was found in files before, by path and version. */
interface UsageCache {
  readonly get: (path: string, version: string) => readonly VariableUsage[] | undefined;
  readonly set: (path: string, version: string, usages: readonly VariableUsage[]) => void;
}

export interface CollectUsagesOptions {
  readonly workspace: Workspace;
  readonly cache: UsageCache;
  /** Paths of files that may hold a read; undefined where nobody can say. */
  readonly search: () => Promise<ReadonlySet<string> | undefined>;
}

/** Every read of an environment variable in the code of the tree, by file and line. */
export async function collectUsages(options: CollectUsagesOptions): Promise<readonly VariableUsage[]> {
  const { workspace, cache } = options;
  const wanted = workspace.files.filter(isSource);
  const kept = wanted.map((file) => ({ file, known: cache.get(file.path, file.contentId) }));
  const unknown = kept.filter(({ known }) => known === undefined).length;
  const holding = unknown > FEW ? await options.search() : undefined;
  return kept.flatMap(({ file, known }) => {
    if (known !== undefined) return known;
    const usages = holding?.has(file.path) === false ? [] : readUsages(workspace, file.path);
    // A file that cannot be read is tried, and told, at each run.
    if (usages !== undefined) cache.set(file.path, file.contentId, usages);
    return usages ?? [];
  });
}

function isSource({ kind, state, path }: WorkspaceFile): boolean {
  return kind === "file" && state !== "ignored" && acceptsSource(path);
}

function readUsages(workspace: Workspace, path: string): readonly VariableUsage[] | undefined {
  const read = workspace.readText(path);
  return read.isRead ? scanUsages(path, read.text) : undefined;
}
