import { OrchestraError } from "../model/errors.ts";
import { makeCacheFolder } from "./keyed-cache.ts";
import { isKeptExtraction, type KeptExtraction } from "./kept-extraction.ts";
import { pathIn, prepareFolder, type StateFolder } from "./state-folder.ts";

const FOLDER = "cache";
const NAME = "extractions.json";
const MAX_BYTES = 134_217_728;

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
  /** The same for a run of some detectors alone: what others took out of files stays. */
  saveOf(detectorIds: ReadonlySet<string>): void;
}

/** Of one file: its content id, and per detector what it gave. */
type FileEntry = readonly [contentId: string, byDetector: Record<string, KeptExtraction>];

interface Entries {
  /** By path: files that gave something. */
  readonly files: Map<string, FileEntry>;
  /** Keys of those that gave nothing: by far the most, so they are kept as plain lines. */
  readonly nothing: Set<string>;
}

const NOTHING: KeptExtraction = { resources: [] };

/** Opens the project's cache. One that another build wrote is empty: its detectors may have seen less, or shown more. */
export function openExtractionCache(state: StateFolder, build: string): SavedExtractionCache {
  const before = readEntries(state, build);
  const used: Entries = { files: new Map(), nothing: new Set() };
  let isChanged = false;
  const keep = (detectorId: string, { path, contentId }: FileVersion, extraction: KeptExtraction) => {
    const known = used.files.get(path);
    if (known?.[0] === contentId) known[1][detectorId] = extraction;
    else used.files.set(path, [contentId, { [detectorId]: extraction }]);
  };
  return {
    get: (detectorId, file) => {
      const key = keyOf(detectorId, file);
      if (before.nothing.has(key)) {
        used.nothing.add(key);
        return NOTHING;
      }
      const entry = before.files.get(file.path);
      const kept = entry?.[0] === file.contentId ? entry[1][detectorId] : undefined;
      if (!isKeptExtraction(kept)) return undefined;
      keep(detectorId, file, kept);
      return kept;
    },
    set: (detectorId, file, extraction) => {
      const isEmpty = extraction.resources.length === 0 && (extraction.diagnostics ?? []).length === 0;
      if (!isEmpty) keep(detectorId, file, extraction);
      else if (!file.path.includes("\n")) used.nothing.add(keyOf(detectorId, file));
      isChanged = true;
    },
    save: () => {
      const isShrunk = used.files.size !== before.files.size || used.nothing.size !== before.nothing.size;
      if (isChanged || isShrunk) writeEntries(state, build, used);
    },
    saveOf: (detectorIds) => {
      if (isChanged) writeEntries(state, build, withOthers(before, used, detectorIds));
    },
  };
}

/** What was used, and of the same contents what other detectors gave. */
function withOthers(before: Entries, used: Entries, detectorIds: ReadonlySet<string>): Entries {
  const isOther = (detectorId: string) => !detectorIds.has(detectorId);
  const files = new Map(used.files);
  for (const [path, [contentId, byDetector]] of before.files) {
    const others = Object.entries(byDetector).filter(([detectorId]) => isOther(detectorId));
    const known = files.get(path);
    if (others.length === 0 || (known !== undefined && known[0] !== contentId)) continue;
    files.set(path, [contentId, { ...Object.fromEntries(others), ...known?.[1] }]);
  }
  const nothing = [...before.nothing].filter((key) => isOther(key.slice(0, key.indexOf(" "))));
  return { files, nothing: new Set([...nothing, ...used.nothing]) };
}

function keyOf(detectorId: string, { path, contentId }: FileVersion): string {
  return `${detectorId} ${contentId} ${path}`;
}

function readEntries(state: StateFolder, build: string): Entries {
  const read = state.platform.files.readText(pathIn(state, FOLDER, NAME), { maxBytes: MAX_BYTES });
  const document = read.isRead ? parse(read.text) : undefined;
  if (!isCacheDocument(document) || document.build !== build) return { files: new Map(), nothing: new Set() };
  const nothing = new Set(document.nothing === "" ? [] : document.nothing.split("\n"));
  return { files: new Map(document.files), nothing };
}

function parse(text: string): unknown {
  try {
    const document: unknown = JSON.parse(text);
    return document;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function writeEntries(state: StateFolder, build: string, { files, nothing }: Entries): void {
  try {
    prepareFolder(state);
    if (!makeCacheFolder(state)) return;
    const text = JSON.stringify({ build, nothing: [...nothing].join("\n"), files: [...files] });
    state.platform.files.writeAtomic(pathIn(state, FOLDER, NAME), text, { mode: 0o600 });
  } catch (error) {
    if (!(error instanceof OrchestraError)) throw error;
  }
}

interface CacheDocument {
  readonly build: string;
  /** Lines. */
  readonly nothing: string;
  readonly files: readonly (readonly [string, FileEntry])[];
}

/** A light check: thousands of entries are read at each start; what each holds is checked when it is asked for. */
function isCacheDocument(value: unknown): value is CacheDocument {
  if (typeof value !== "object" || value === null) return false;
  if (!("build" in value) || !("nothing" in value) || !("files" in value)) return false;
  const isShaped = typeof value.build === "string" && typeof value.nothing === "string";
  return isShaped && Array.isArray(value.files) && value.files.every(isFileEntry);
}

function isFileEntry(value: unknown): boolean {
  if (!Array.isArray(value) || typeof value[0] !== "string" || !Array.isArray(value[1])) return false;
  return typeof value[1][0] === "string" && typeof value[1][1] === "object" && value[1][1] !== null;
}
