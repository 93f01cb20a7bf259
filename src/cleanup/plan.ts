import type { StepInput } from "../model/plan.ts";
import type { FoundArtifact } from "./types.ts";

/** Where what was cleaned up waits, relative to the root. */
export const TRASH_FOLDER = ".orchestra/trash";

/** Where something that a clean-up put away stands, relative to the root. */
export function trashPath(id: string, path: string): string {
  return `${TRASH_FOLDER}/${id}/${path}`;
}

/** Steps that put artifacts away, each piece only while it is the very one that was seen. */
export function planCleanup(id: string, artifacts: readonly FoundArtifact[]): readonly StepInput[] {
  return artifacts.flatMap(({ pieces, reason }) =>
    pieces.map(({ path, identity }) => ({
      id: path,
      title: `put ${path} away`,
      why: reason,
      change: {
        kind: "move_file",
        params: { from: path, to: trashPath(id, path), identity: { ...identity } },
      },
    })),
  );
}

/** Steps that bring back what was put away. */
export function planRestore(id: string, paths: readonly string[]): readonly StepInput[] {
  return paths.map((path) => ({
    id: path,
    title: `bring ${path} back`,
    why: "it was put away by a clean-up",
    change: { kind: "move_file", params: { from: trashPath(id, path), to: path } },
  }));
}
