import type { Diagnostic } from "../model/diagnostic.ts";
import { OrchestraError } from "../model/errors.ts";
import { hasInterrupted } from "../changes/places.ts";
import { forgetIndex, refreshedIndex } from "../state/refreshed-index.ts";
import { openState, type StateFolder } from "../state/state-folder.ts";
import { askStatusAhead, type OwnIndex, type StatusAhead } from "../workspace/git-question.ts";
import { openPlace } from "./place.ts";
import type { OrchestraOptions } from "./types.ts";

/** What was done before a command's own work. */
export interface Beginning {
  readonly diagnostics: readonly Diagnostic[];
  readonly ahead?: StatusAhead | undefined;
}

/**
 * Puts right what was killed half way and then, for a command that looks at the tree, sets git to work while the code
 * of the command is loaded. A root that is no folder is left to the command.
 */
export async function begin(
  options: OrchestraOptions,
  { looks }: { readonly looks: boolean },
): Promise<Beginning> {
  try {
    const { platform, root } = openPlace(options);
    const state = openState(platform, root);
    const hasToRecover = hasInterrupted({ platform, stateFolder: state.path });
    const diagnostics = hasToRecover ? await recoverFirst(options) : [];
    return { diagnostics, ahead: looks ? askStatusAhead(platform, root, ownIndexIn(state)) : undefined };
  } catch (error) {
    if (!(error instanceof OrchestraError)) throw error;
    return { diagnostics: [] };
  }
}

function ownIndexIn(state: StateFolder): OwnIndex {
  return {
    of: ({ gitFolder }) => refreshedIndex(state, gitFolder),
    forget: (path) => {
      forgetIndex(state, path);
    },
  };
}

/** Loaded when it is needed, which is nearly never. */
async function recoverFirst(options: OrchestraOptions): Promise<readonly Diagnostic[]> {
  const [{ openSession }, recovery] = await Promise.all([
    import("./session.ts"),
    import("./changes/recover-first.ts"),
  ]);
  return recovery.recoverFirst(openSession(options));
}
