import { posix } from "node:path";
import { itemsOf, nodeAt, stringAt } from "../../workspace/parsers/navigate.ts";
import { importAlternatives } from "../../workspace/references/imports.ts";
import { resolveFrom } from "../../workspace/references/resolve.ts";
import { isTsconfigPath } from "../../workspace/references/tsconfig.ts";
import type { FileReference } from "../../workspace/references/types.ts";
import type { Workspace } from "../../workspace/types.ts";

interface Candidate {
  readonly file: string;
  readonly reference: FileReference;
}

/** Of imports whose target is not there, those that TypeScript finds below another of its `rootDirs`: it takes them for one folder. */
export async function importsInRootDirs<T extends Candidate>(
  candidates: readonly T[],
  workspace: Workspace,
): Promise<ReadonlySet<T>> {
  const imports = candidates.filter(({ file, reference }) => {
    return reference.kind === "import" && !file.endsWith(".py");
  });
  if (imports.length === 0) return new Set();
  const settings = workspace.files.filter(({ path, kind }) => kind === "file" && isTsconfigPath(path));
  const groups = await Promise.all(settings.map(async ({ path }) => readRootDirs(path, workspace)));
  const merged = groups.filter(({ length }) => length > 1);
  return new Set(imports.filter((one) => merged.some((roots) => isBelow(one, roots, workspace))));
}

async function readRootDirs(path: string, workspace: Workspace): Promise<readonly string[]> {
  const read = workspace.readText(path);
  if (!read.isRead || !read.text.includes("rootDirs")) return [];
  const root = (await workspace.parse(path, "jsonc"))?.documents[0];
  return itemsOf(nodeAt(root, "compilerOptions", "rootDirs")).flatMap(
    (item) => resolveFrom(posix.dirname(path), stringAt(item) ?? "") ?? [],
  );
}

function isBelow({ file, reference }: Candidate, roots: readonly string[], workspace: Workspace): boolean {
  if (!roots.some((root) => file.startsWith(`${root}/`))) return false;
  return reference.candidates.some((candidate) => {
    const inside = roots
      .filter((root) => candidate.startsWith(`${root}/`))
      .map((root) => candidate.slice(root.length + 1));
    return roots.some((root) =>
      inside.some((rest) => importAlternatives(file, `${root}/${rest}`).some((path) => workspace.has(path))),
    );
  });
}
