import { z } from "zod";
import type { Diagnostic } from "../model/diagnostic.ts";
import { readDocument, writeDocument } from "./documents.ts";
import { withLock } from "./lock.ts";
import type { StateFolder } from "./state-folder.ts";

const NAME = "system.json";

const LOST = "It held when the project was first initialised; `orchestra setup` notes a new time.";

const systemSchema = z.object({ schemaVersion: z.literal(1), initializedAt: z.iso.datetime() });

/** When a project was initialised, as it is kept. */
interface Initialization {
  /** The first time; undefined before. */
  readonly initializedAt: string | undefined;
  /** That the document was broken, and where it is set aside. */
  readonly diagnostics: readonly Diagnostic[];
}

/** When the project was first initialised. */
export function readInitialization(state: StateFolder): Initialization {
  const { data, diagnostics } = readDocument(state, NAME, systemSchema);
  return {
    initializedAt: data?.initializedAt,
    diagnostics: diagnostics.map((broken) => ({ ...broken, hint: LOST })),
  };
}

/** Notes the first initialisation; later ones change nothing. */
export async function markInitialized(state: StateFolder, at: string): Promise<readonly Diagnostic[]> {
  const before = readInitialization(state);
  if (before.initializedAt !== undefined) return before.diagnostics;
  return withLock(state, () => {
    const now = readInitialization(state);
    if (now.initializedAt === undefined) writeDocument(state, NAME, { initializedAt: at });
    return [...before.diagnostics, ...now.diagnostics];
  });
}
