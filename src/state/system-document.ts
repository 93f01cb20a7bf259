import { z } from "zod";
import { readDocument, writeDocument } from "./documents.ts";
import { withLock } from "./lock.ts";
import type { StateFolder } from "./state-folder.ts";

const NAME = "system.json";

const systemSchema = z.object({ schemaVersion: z.literal(1), initializedAt: z.iso.datetime() });

/** When the project was first initialised; undefined before. */
export function readInitializedAt(state: StateFolder): string | undefined {
  return readDocument(state, NAME, systemSchema).data?.initializedAt;
}

/** Notes the first initialisation; later ones change nothing. */
export async function markInitialized(state: StateFolder, at: string): Promise<void> {
  if (readInitializedAt(state) !== undefined) return;
  await withLock(state, () => {
    if (readInitializedAt(state) === undefined) writeDocument(state, NAME, { initializedAt: at });
  });
}
