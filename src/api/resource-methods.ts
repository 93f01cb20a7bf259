import type { Notes, Session } from "./session.ts";
import type { Orchestra } from "./types.ts";

type ResourceMethods = Pick<
  Orchestra,
  | "initializeSystem"
  | "getSystemState"
  | "discoverResources"
  | "getCurrentResources"
  | "getResources"
  | "getResource"
  | "verifyResources"
  | "registerResource"
  | "registerFile"
  | "unregisterResource"
>;

/** The methods of an `Orchestra` that are about resources; what they need is loaded when the first is called. */
export function resourceMethods(
  session: Session,
  noting: <T extends { readonly notes: Notes }>(answer: T) => T,
): ResourceMethods {
  return {
    initializeSystem: () =>
      session.inOneLook(async () => {
        const { discoverAndKeep } = await import("./discovery.ts");
        const { describeSystem, initialize } = await import("./system-state.ts");
        const { notes: found } = await discoverAndKeep(session);
        const broken = await initialize(session);
        const { system, notes: known } = await describeSystem(session);
        const diagnostics = [...found.diagnostics, ...broken, ...known.diagnostics];
        noting({ notes: { diagnostics, failures: found.failures } });
        return system;
      }),
    getSystemState: async () => {
      const { describeSystem } = await import("./system-state.ts");
      return noting(await describeSystem(session)).system;
    },
    discoverResources: async () => {
      const { discoverAndKeep } = await import("./discovery.ts");
      return noting(await discoverAndKeep(session)).resources;
    },
    getCurrentResources: async () => {
      const { readCurrent } = await import("./discovery.ts");
      return (await readCurrent(session)).resources;
    },
    getResources: async (filter = {}) => {
      const { listResources } = await import("./known-resources.ts");
      return noting(await listResources(session, filter)).resources;
    },
    getResource: async (id) => {
      const { findResource } = await import("./known-resources.ts");
      return findResource(session, id);
    },
    verifyResources: async (ids) => {
      const { verifyAndKeep } = await import("./verification.ts");
      return noting(await verifyAndKeep(session, ids)).statuses;
    },
    registerResource: async (input) => {
      const { registerAll } = await import("./registration.ts");
      const [registered] = await registerAll(session, [input]);
      if (registered === undefined) throw new Error("one input gives one resource");
      return registered;
    },
    registerFile: async (path) => {
      const { readInputs, registerAll } = await import("./registration.ts");
      return registerAll(session, await readInputs(session, path));
    },
    unregisterResource: async (id) => {
      const { unregister } = await import("./registration.ts");
      return unregister(session, id);
    },
  };
}
