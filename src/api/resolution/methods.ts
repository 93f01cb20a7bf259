import type { Notes, Session } from "../session.ts";
import type { ResolutionMethods } from "./types.ts";

/** The methods of an `Orchestra` that end conflicts; what they need is loaded when the first is called. */
export function resolutionMethods(
  session: Session,
  noting: <T extends { readonly notes: Notes }>(answer: T) => T,
): ResolutionMethods {
  const resolve: ResolutionMethods["resolveConflicts"] = async (request) => {
    const { resolveConflicts } = await import("./resolve.ts");
    return resolveConflicts(session, request);
  };
  return {
    resolveConflict: (id, strategy, options = {}) => resolve({ ...options, ids: [id], strategy }),
    resolveConflicts: resolve,
    applyResolution: async (id, options) => {
      const { applyResolution } = await import("./apply.ts");
      return applyResolution(session, id, options);
    },
    getResolutionHistory: async () => {
      const { readResolutions } = await import("../../state/resolution-documents.ts");
      const { resolutions, diagnostics } = readResolutions(session.state);
      return noting({ resolutions, notes: { diagnostics, failures: [] } }).resolutions;
    },
  };
}
