import type { Notes, Session } from "../session.ts";
import type { CleanupMethods } from "./types.ts";

/** The methods of an `Orchestra` that clean up; what they need is loaded when the first is called. */
export function cleanupMethods(
  session: Session,
  noting: <T extends { readonly notes: Notes }>(answer: T) => T,
): CleanupMethods {
  return {
    cleanupArtifacts: async (options = {}) => {
      const { cleanUp } = await import("./clean-up.ts");
      return noting(await cleanUp(session, options)).report;
    },
    listTrash: async () => {
      const { listTrash } = await import("./trash.ts");
      return listTrash(session);
    },
    restoreCleanup: async (id) => {
      const { restoreCleanup } = await import("./trash.ts");
      return noting(await restoreCleanup(session, id)).report;
    },
    emptyTrash: async ({ olderThanDays = 0 } = {}) => {
      const { emptyTrash } = await import("./trash.ts");
      return noting(await emptyTrash(session, olderThanDays)).report;
    },
  };
}
