import { pathsOf } from "../../workspace/references/alternatives.ts";
import { importReference } from "../../workspace/references/imports.ts";
import type { FileReference } from "../../workspace/references/types.ts";
import type { Workspace } from "../../workspace/types.ts";
import type { FileFacts } from "./file-facts.ts";

interface Candidate {
  readonly file: string;
  readonly reference: FileReference;
}

/** So many links that lead nowhere, where none leads anywhere, were written for another place. */
const LINKS = 4;

/** So many imports of one file would have kept it from running, were they meant for where it stands. */
const IMPORTS = 3;

/** Tells of something missing whether its file, a page or a program, hardly belongs where it stands: most of it is amiss. */
export function ofFilesOfElsewhere(
  missing: readonly Candidate[],
  facts: ReadonlyMap<string, FileFacts>,
  workspace: Workspace,
): (candidate: Candidate) => boolean {
  const targets = new Map<string, Set<string>>();
  for (const { file, reference } of missing) {
    const key = keyOf(file, reference);
    targets.set(key, (targets.get(key) ?? new Set()).add(reference.target));
  }
  const isThere = ({ candidates }: FileReference) => candidates.some((path) => workspace.has(path));
  const isOfElsewhere = (file: string, kind: string, amiss: number) => {
    const { imports = [], references = [] } = facts.get(file) ?? {};
    if (kind === "import") {
      const found = imports.filter((one) => {
        const reference = importReference(file, one);
        return isThere(reference) || pathsOf(file, reference).some((path) => workspace.has(path));
      });
      return amiss >= IMPORTS && amiss > found.length;
    }
    const links = references.filter((one) => one.kind === "markdown" && !one.target.startsWith("#"));
    return kind === "markdown" && amiss >= LINKS && !links.some(isThere);
  };
  const known = new Map<string, boolean>();
  return ({ file, reference }) => {
    const key = keyOf(file, reference);
    const is = known.get(key) ?? isOfElsewhere(file, reference.kind, targets.get(key)?.size ?? 0);
    known.set(key, is);
    return is;
  };
}

function keyOf(file: string, { kind }: FileReference): string {
  return `${kind}\0${file}`;
}
