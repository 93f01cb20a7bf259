import { sortDiagnostics } from "../registry/discover.ts";
import { recordTrust } from "../state/trust.ts";
import { findProjectConfig } from "../config/project-file.ts";
import { OrchestraError } from "../model/errors.ts";
import { declaredTypes } from "../model/project-config.ts";
import { readResources } from "../state/resource-documents.ts";
import { allResources, discoverAndKeep, readCurrent } from "./discovery.ts";
import { filterResources } from "./filter.ts";
import { readInputs, registerAll, unregister } from "./registration.ts";
import { changeMethods } from "./changes/methods.ts";
import { cleanupMethods } from "./cleanup/methods.ts";
import { conflictMethods } from "./conflicts/methods.ts";
import { configurationMethods } from "./configuration/methods.ts";
import { resolutionMethods } from "./resolution/methods.ts";
import { openSession, type Notes, type Session } from "./session.ts";
import { describeSystem, initialize } from "./system-state.ts";
import type { Orchestra, OrchestraOptions } from "./types.ts";
import { verifyAndKeep } from "./verification.ts";

/**
 * Opens the door to a project; nothing is read or written before a method asks for it.
 *
 * @throws OrchestraError `ROOT_NOT_FOUND` when the root is no folder, `USAGE` for an impossible environment name.
 */
export function createOrchestra(options: OrchestraOptions = {}): Orchestra {
  const session = openSession(options);
  let notes: Notes = { diagnostics: [], failures: [] };
  const noting = <T extends { readonly notes: Notes }>(answer: T): T => {
    notes = { ...answer.notes, diagnostics: sortDiagnostics(answer.notes.diagnostics) };
    return answer;
  };
  return {
    root: session.root,
    environment: session.environment.environment,
    get diagnostics() {
      return notes.diagnostics;
    },
    get failures() {
      return notes.failures;
    },
    inOneLook: (work) => session.inOneLook(work),
    now: () => session.platform.clock.now(),
    initializeSystem: () =>
      session.inOneLook(async () => {
        const { notes: found } = await discoverAndKeep(session);
        const broken = await initialize(session);
        const { system, notes: known } = await describeSystem(session);
        const diagnostics = [...found.diagnostics, ...broken, ...known.diagnostics];
        noting({ notes: { diagnostics, failures: found.failures } });
        return system;
      }),
    getSystemState: async () => noting(await describeSystem(session)).system,
    discoverResources: async () => noting(await discoverAndKeep(session)).resources,
    getCurrentResources: async () => (await readCurrent(session)).resources,
    getResources: (filter = {}) => listResources(session, filter, noting),
    getResource: async (id) => allResources(readResources(session.state)).find((known) => known.id === id),
    verifyResources: async (ids) => noting(await verifyAndKeep(session, ids)).statuses,
    registerResource: async (input) => firstOf(await registerAll(session, [input])),
    registerFile: async (path) => registerAll(session, await readInputs(session, path)),
    unregisterResource: (id) => unregister(session, id),
    ...configurationMethods(session, noting),
    ...conflictMethods(session, noting),
    ...cleanupMethods(session, noting),
    ...changeMethods(session),
    ...resolutionMethods(session, noting),
    trustConfig: () => trust(session),
  };
}

async function listResources(
  session: Session,
  filter: Parameters<Orchestra["getResources"]>[0] & object,
  noting: (answer: { readonly notes: Notes }) => unknown,
): ReturnType<Orchestra["getResources"]> {
  const stored = readResources(session.state);
  const { config, diagnostics } = await session.loadConfig();
  noting({ notes: { diagnostics: [...stored.diagnostics, ...diagnostics], failures: [] } });
  return filterResources(filter, { resources: allResources(stored), declaredTypes: declaredTypes(config) });
}

async function trust(session: Session): Promise<string> {
  const file = findProjectConfig(session.platform, session.root);
  if (file === undefined) {
    throw new OrchestraError("CONFIG_INVALID", "there is no orchestra.config.* at the root to trust", {
      hint: "docs/configuration.md describes it.",
    });
  }
  recordTrust(session.platform, file.absolutePath, file.text);
  return file.name;
}

function firstOf<T>(items: readonly T[]): T {
  const [first] = items;
  if (first === undefined) throw new Error("one input gives one resource");
  return first;
}
