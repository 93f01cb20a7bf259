import { sortDiagnostics } from "../model/diagnostic.ts";
import { OrchestraError } from "../model/errors.ts";
import { changeMethods } from "./changes/methods.ts";
import { cleanupMethods } from "./cleanup/methods.ts";
import { conflictMethods } from "./conflicts/methods.ts";
import { configurationMethods } from "./configuration/methods.ts";
import { resolutionMethods } from "./resolution/methods.ts";
import { resourceMethods } from "./resource-methods.ts";
import { openSession, type Notes, type Session } from "./session.ts";
import type { Orchestra, OrchestraOptions } from "./types.ts";

/**
 * Opens the door to a project; nothing is read or written before a method asks for it.
 *
 * @throws OrchestraError `ROOT_NOT_FOUND` when the root is no folder, `USAGE` for an impossible environment name.
 */
export function createOrchestra(options: OrchestraOptions = {}): Orchestra {
  return openDoor(openSession(options));
}

/** The same over a session that is open already. */
export function openDoor(session: Session): Orchestra {
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
    ...resourceMethods(session, noting),
    ...configurationMethods(session, noting),
    ...conflictMethods(session, noting),
    ...cleanupMethods(session, noting),
    ...changeMethods(session),
    ...resolutionMethods(session, noting),
    trustConfig: () => trust(session),
  };
}

async function trust(session: Session): Promise<string> {
  const { findProjectConfig } = await import("../config/project-file.ts");
  const { recordTrust } = await import("../state/trust.ts");
  const file = findProjectConfig(session.platform, session.root);
  if (file === undefined) {
    throw new OrchestraError("CONFIG_INVALID", "there is no orchestra.config.* at the root to trust", {
      hint: "docs/configuration.md describes it.",
    });
  }
  recordTrust(session.platform, file.absolutePath, file.text);
  return file.name;
}
