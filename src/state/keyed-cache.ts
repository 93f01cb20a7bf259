import { OrchestraError } from "../model/errors.ts";
import { removeStaleTemporaries } from "./stale-files.ts";
import { pathIn, prepareFolder, type StateFolder } from "./state-folder.ts";

const FOLDER = "cache";
const MAX_BYTES = 134_217_728;

/** What was made of files, by path and version, for the next run. */
export interface KeyedCache<T> {
  readonly get: (path: string, version: string) => T | undefined;
  readonly set: (path: string, version: string, value: T) => void;
  /** Writes what this run used and forgets the rest; a cache that cannot be written is left as it is. */
  readonly save: () => void;
}

export interface KeyedCacheOptions<T> {
  /** Of the file in `.orchestra/cache/`. */
  readonly name: string;
  /** What all values depend on: the build, a key. Another one empties the cache. */
  readonly key: string;
  /** True for a value of the right shape: the file may have come with a repository. */
  readonly isValid: (value: unknown) => value is T;
}

/** Opens a cache of the project; one that is broken, not there, or of another key is empty. */
export function openKeyedCache<T>(state: StateFolder, options: KeyedCacheOptions<T>): KeyedCache<T> {
  const before = readEntries(state, options);
  const used = new Map<string, readonly [version: string, value: unknown]>();
  let isChanged = false;
  return {
    get: (path, version) => {
      const known = used.get(path) ?? before.get(path);
      if (known?.[0] !== version || !options.isValid(known[1])) return undefined;
      used.set(path, known);
      return known[1];
    },
    set: (path, version, value) => {
      used.set(path, [version, value]);
      isChanged = true;
    },
    save: () => {
      if (isChanged || used.size !== before.size) writeEntries(state, options, used);
    },
  };
}

type Entries = ReadonlyMap<string, readonly [version: string, value: unknown]>;

function readEntries(state: StateFolder, { name, key }: { name: string; key: string }): Entries {
  const read = state.platform.files.readText(pathIn(state, FOLDER, name), { maxBytes: MAX_BYTES });
  const document = read.isRead ? parse(read.text) : undefined;
  if (typeof document !== "object" || document === null) return new Map();
  if (!("key" in document) || document.key !== key || !("files" in document)) return new Map();
  if (!Array.isArray(document.files)) return new Map();
  const files: readonly unknown[] = document.files;
  const entries = new Map(files.flatMap(toEntry));
  for (const [name, value] of EMPTY) addEmpty(entries, Reflect.get(document, name), value);
  return entries;
}

/** Most files give nothing: of those, lines `VERSION PATH` are kept, which are read several times faster than JSON. */
const EMPTY = [
  ["emptyObjects", {}],
  ["emptyLists", []],
] as const;

function addEmpty(entries: Map<string, readonly [string, unknown]>, lines: unknown, value: unknown): void {
  if (typeof lines !== "string" || lines === "") return;
  for (const line of lines.split("\n")) {
    const at = line.indexOf(" ");
    if (at > 0) entries.set(line.slice(at + 1), [line.slice(0, at), value]);
  }
}

function isEmptyAs(value: unknown, empty: object): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    Array.isArray(value) === Array.isArray(empty) &&
    Object.keys(value).length === 0
  );
}

function toEntry(value: unknown): readonly (readonly [string, readonly [string, unknown]])[] {
  if (!Array.isArray(value)) return [];
  const [path, version, kept]: readonly unknown[] = value;
  return typeof path === "string" && typeof version === "string" ? [[path, [version, kept]]] : [];
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

function writeEntries(state: StateFolder, options: { name: string; key: string }, entries: Entries): void {
  try {
    prepareFolder(state);
    if (!makeCacheFolder(state)) return;
    const isLine = (path: string, version: string) => !path.includes("\n") && !/\s/.test(version);
    const empty = EMPTY.map(([name, value]) => {
      const lines = [...entries].filter(
        ([path, entry]) => isLine(path, entry[0]) && isEmptyAs(entry[1], value),
      );
      return [name, lines] as const;
    });
    const asLines = new Set(empty.flatMap(([, lines]) => lines.map(([path]) => path)));
    const files = [...entries].flatMap(([path, [version, value]]) =>
      asLines.has(path) ? [] : [[path, version, value]],
    );
    const text = JSON.stringify({
      key: options.key,
      ...Object.fromEntries(
        empty.map(([name, lines]) => [
          name,
          lines.map(([path, [version]]) => `${version} ${path}`).join("\n"),
        ]),
      ),
      files,
    });
    state.platform.files.writeAtomic(pathIn(state, FOLDER, options.name), text, { mode: 0o600 });
  } catch (error) {
    if (!(error instanceof OrchestraError)) throw error;
  }
}

/** Makes `.orchestra/cache/`; false when a link stands in its place, which could lead out of the project. */
export function makeCacheFolder(state: StateFolder): boolean {
  const { files } = state.platform;
  const folder = pathIn(state, FOLDER);
  const present = files.lstat(folder);
  if (present !== undefined && present.kind !== "folder") return false;
  files.makeFolder(folder, { mode: 0o700 });
  removeStaleTemporaries(state.platform, folder);
  return true;
}
