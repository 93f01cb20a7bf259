import type { Notes, Session } from "../session.ts";
import type { Orchestra } from "../types.ts";

type ConflictMethods = Pick<
  Orchestra,
  "detectConflicts" | "getAllConflicts" | "getConflict" | "getConflictRules" | "ignoreConflict"
>;

/** The methods of an `Orchestra` that are about conflicts; what they need is loaded when the first is called. */
export function conflictMethods(
  session: Session,
  noting: <T extends { readonly notes: Notes }>(answer: T) => T,
): ConflictMethods {
  return {
    detectConflicts: (options = {}) =>
      session.inOneLook(async () => {
        // Git lists the tree while the rest of the program is loaded; whoever asks for the tree gets its failure.
        session.openTree({ comparesContent: true }).catch(() => undefined);
        const { detectConflicts } = await import("./detect.ts");
        return noting(await detectConflicts(session, options)).conflicts;
      }),
    getAllConflicts: async (filter = {}) => {
      const { listConflicts } = await import("./known.ts");
      return listConflicts(session, filter);
    },
    getConflict: async (id) => {
      const { listConflicts } = await import("./known.ts");
      return listConflicts(session, {}).find(({ conflictId }) => conflictId === id);
    },
    getConflictRules: async () => {
      const { describeRules } = await import("./choose-rules.ts");
      return describeRules((await session.loadConfig()).config);
    },
    ignoreConflict: async (id, reason) => {
      const { ignoreConflict } = await import("./known.ts");
      return ignoreConflict(session, id, reason);
    },
  };
}
