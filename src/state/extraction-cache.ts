import type { Diagnostic } from "../model/diagnostic.ts";
import type { ResourceDraft } from "../model/resource.ts";
import { OrchestraError } from "../model/errors.ts";
import { pathIn, prepareFolder, type StateFolder } from "./state-folder.ts";

const FOLDER = "cache";
const NAME = "extractions.json";
const MAX_BYTES = 134_217_728;

/** What a detector took out of a file. */
export interface KeptExtraction {
  readonly resources: readonly ResourceDraft[];
  readonly diagnostics?: readonly Diagnostic[];
}

/** A file with a certain content. */
interface FileVersion {
  readonly path: string;
  readonly contentId: string;
}

/** What detectors took out of files, by content, for the next run. */
export interface SavedExtractionCache {
  get(detectorId: string, file: FileVersion): KeptExtraction | undefined;
  set(detectorId: string, file: FileVersion, extraction: KeptExtraction): void;
  /** Writes what this run used and forgets the rest; a cache that cannot be written is left as it is. */
  save(): void;
}

/** Of one file: its content id, and per detector what it gave; `0` stands for nothing. */
type FileEntry = readonly [contentId: string, byDetector: Record<string, KeptExtraction | 0>];

type Entries = Map<string, FileEntry>;

const NOTHING: KeptExtraction = { resources: [] };

/** Opens the project's cache. One that another version wrote is empty: its detectors may have seen less. */
export function openExtractionCache(state: StateFolder, version: string): SavedExtractionCache {
  const before = readEntries(state, version);
  const used: Entries = new Map();
  let isChanged = false;
  const use = (path: string, contentId: string): FileEntry => {
    const known = used.get(path);
    if (known?.[0] === contentId) return known;
    const entry: FileEntry = [contentId, {}];
    used.set(path, entry);
    return entry;
  };
  return {
    get: (detectorId, { path, contentId }) => {
      const entry = before.get(path);
      const kept = entry?.[0] === contentId ? entry[1][detectorId] : undefined;
      if (kept === undefined) return undefined;
      use(path, contentId)[1][detectorId] = kept;
      return kept === 0 ? NOTHING : kept;
    },
    set: (detectorId, { path, contentId }, extraction) => {
      const isEmpty = extraction.resources.length === 0 && (extraction.diagnostics ?? []).length === 0;
      use(path, contentId)[1][detectorId] = isEmpty ? 0 : extraction;
      isChanged = true;
    },
    save: () => {
      if (isChanged || used.size !== before.size) writeEntries(state, version, used);
    },
  };
}

function readEntries(state: StateFolder, version: string): Entries {
  const read = state.platform.files.readText(pathIn(state, FOLDER, NAME), { maxBytes: MAX_BYTES });
  if (!read.isRead) return new Map();
  try {
    const document: unknown = JSON.parse(read.text);
    return isCacheDocument(document) && document.version === version ? new Map(document.files) : new Map();
  } catch (error) {
    if (error instanceof SyntaxError) return new Map();
    throw error;
  }
}

function writeEntries(state: StateFolder, version: string, entries: Entries): void {
  try {
    prepareFolder(state);
    state.platform.files.makeFolder(pathIn(state, FOLDER), { mode: 0o700 });
    const text = JSON.stringify({ version, files: [...entries] });
    state.platform.files.writeAtomic(pathIn(state, FOLDER, NAME), text, { mode: 0o600 });
  } catch (error) {
    const isExpected = error instanceof OrchestraError || (error instanceof Error && "code" in error);
    if (!isExpected) throw error;
  }
}

interface CacheDocument {
  readonly version: string;
  readonly files: readonly (readonly [string, FileEntry])[];
}

/** A light check: the file is this program's own, and thousands of entries are read at each start. */
function isCacheDocument(value: unknown): value is CacheDocument {
  if (typeof value !== "object" || value === null || !("files" in value) || !("version" in value))
    return false;
  return typeof value.version === "string" && Array.isArray(value.files) && value.files.every(isFileEntry);
}

function isFileEntry(value: unknown): boolean {
  if (!Array.isArray(value) || typeof value[0] !== "string" || !Array.isArray(value[1])) return false;
  return typeof value[1][0] === "string" && typeof value[1][1] === "object" && value[1][1] !== null;
}
