import type { StepInput } from "../model/plan.ts";
import type { FoundArtifact } from "./types.ts";

/** Where what was cleaned up waits, relative to the root. */
export const TRASH_FOLDER = ".orchestra/trash";

/** A piece of an artifact and where it is kept. */
export interface Move {
  /** Relative to the root, as is `to`. */
  readonly from: string;
  readonly to: string;
}

/** Where each piece of some artifacts goes under a clean-up of this id. */
export function movesOf(id: string, artifacts: readonly FoundArtifact[]): readonly Move[] {
  return artifacts.flatMap(({ pieces }) =>
    pieces.map(({ path }) => ({ from: path, to: `${TRASH_FOLDER}/${id}/${path}` })),
  );
}

/** Steps that put artifacts away, each piece only while it is the very one that was seen. */
export function planCleanup(id: string, artifacts: readonly FoundArtifact[]): readonly StepInput[] {
  return artifacts.flatMap(({ pieces, reason }) =>
    pieces.map(({ path, identity }) => ({
      title: `put ${path} away`,
      why: reason,
      change: {
        kind: "move_file",
        params: { from: path, to: `${TRASH_FOLDER}/${id}/${path}`, identity: { ...identity } },
      },
    })),
  );
}

/** Steps that bring back what was put away. */
export function planRestore(moves: readonly Move[]): readonly StepInput[] {
  return moves.map(({ from, to }) => ({
    title: `bring ${from} back`,
    why: "it was put away by a clean-up",
    change: { kind: "move_file", params: { from: to, to: from } },
  }));
}
