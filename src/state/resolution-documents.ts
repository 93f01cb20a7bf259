import { z } from "zod";
import type { Diagnostic } from "../model/diagnostic.ts";
import { resolutionSchema, type Resolution } from "../model/resolution.ts";
import { readDocument, writeDocument } from "./documents.ts";
import { hasFolder, pathIn, prepareFolder, type StateFolder } from "./state-folder.ts";

const FOLDER = "resolutions";

/** Older ones are forgotten, with the texts that were kept for them. */
const MOST = 500;

const documentSchema = z.object({ schemaVersion: z.literal(1), resolution: resolutionSchema });

/** Undefined for one that is not kept. Throws `STATE_TOO_NEW`. */
export function readResolution(state: StateFolder, id: string): Resolution | undefined {
  return isId(id) ? readDocument(state, nameOf(id), documentSchema).data?.resolution : undefined;
}

/** Keeps a resolution, in place of what was kept under its id. */
export function writeResolution(state: StateFolder, resolution: Resolution): void {
  prepareFolder(state);
  state.platform.files.makeFolder(pathIn(state, FOLDER), { mode: 0o700 });
  writeDocument(state, nameOf(resolution.resolutionId), { resolution });
  for (const id of listIds(state).slice(0, -MOST)) {
    for (const name of [nameOf(id), `${FOLDER}/${id}.pack`])
      state.platform.files.removeFile(pathIn(state, name));
  }
}

/** All that are kept, the latest first, and what was broken among them. */
export function readResolutions(state: StateFolder): {
  readonly resolutions: readonly Resolution[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const read = listIds(state)
    .toReversed()
    .map((id) => readDocument(state, nameOf(id), documentSchema));
  return {
    resolutions: read.flatMap(({ data }) => data?.resolution ?? []),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** Absolute: where the sealed texts of a plan are kept until it is applied. */
export function resolutionPack(state: StateFolder, id: string): string {
  return pathIn(state, FOLDER, `${id}.pack`);
}

function listIds(state: StateFolder): readonly string[] {
  if (!hasFolder(state)) return [];
  const read = state.platform.files.readFolder(pathIn(state, FOLDER));
  if (!read.isRead) return [];
  return read.entries
    .flatMap(({ name }) => (typeof name === "string" ? (/^(.+)\.json$/.exec(name)?.[1] ?? []) : []))
    .filter(isId)
    .toSorted();
}

/** An id is a name and no path. */
function isId(id: string): boolean {
  return /^\d{8}T\d{6}-\d{3}-[0-9a-f]{8,16}$/.test(id);
}

function nameOf(id: string): string {
  return `${FOLDER}/${id}.json`;
}
