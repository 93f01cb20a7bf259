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
  const { values, empty } = readKept(state, options);
  const used = new Map<string, Entry>();
  let isChanged = false;
  const find = (path: string, version: string): Entry | undefined => {
    const known = used.get(path) ?? values.get(path);
    if (known !== undefined) return known;
    const lines = empty.find((one) => one.take(path, version));
    return lines === undefined ? undefined : [version, lines.value];
  };
  return {
    get: (path, version) => {
      const known = find(path, version);
      if (known?.[0] !== version || !options.isValid(known[1])) return undefined;
      if (known[1] !== empty[0]?.value && known[1] !== empty[1]?.value) used.set(path, known);
      return known[1];
    },
    set: (path, version, value) => {
      used.set(path, [version, value]);
      isChanged = true;
    },
    save: () => {
      if (!isChanged && used.size === values.size && empty.every((one) => one.isAllTaken())) return;
      const all = new Map<string, Entry>(
        empty.flatMap((one) => one.taken().map(([path, version]) => [path, [version, one.value]] as const)),
      );
      for (const [path, entry] of used) all.set(path, entry);
      writeEntries(state, options, new Map([...all].toSorted(([a], [b]) => (a < b ? -1 : 1))));
    },
  };
}

type Entry = readonly [version: string, value: unknown];

interface Kept {
  readonly values: ReadonlyMap<string, Entry>;
  readonly empty: readonly EmptyLines[];
}

/** Most files give nothing: of those, lines `VERSION PATH` are kept. */
const EMPTY = [
  ["emptyObjects", {}],
  ["emptyLists", []],
] as const;

function readKept(state: StateFolder, { name, key }: { name: string; key: string }): Kept {
  const read = state.platform.files.readText(pathIn(state, FOLDER, name), { maxBytes: MAX_BYTES });
  const document = read.isRead ? parse(read.text) : undefined;
  const nothing = { values: new Map(), empty: [] };
  if (typeof document !== "object" || document === null) return nothing;
  if (!("key" in document) || document.key !== key || !("files" in document)) return nothing;
  if (!Array.isArray(document.files)) return nothing;
  const files: readonly unknown[] = document.files;
  const empty = EMPTY.map(([list, value]) => {
    const lines: unknown = Reflect.get(document, list);
    return new EmptyLines(typeof lines === "string" ? lines : "", value);
  });
  return { values: new Map(files.flatMap(toEntry)), empty };
}

/**
 * The files that gave nothing, by path. Who asks for them goes through a tree by path too, so that each line is looked
 * at once and nothing is put into a table; out of order a file is not found, and read again.
 */
class EmptyLines {
  readonly value: unknown;
  readonly #text: string;
  /** Where the next line begins. */
  #at = 0;
  readonly #left: string[] = [];

  constructor(lines: string, value: unknown) {
    this.#text = lines;
    this.value = value;
  }

  take(path: string, version: string): boolean {
    const line = `${version} ${path}`;
    while (this.#at < this.#text.length) {
      const end = this.#at + line.length;
      if (this.#text.startsWith(line, this.#at) && (end === this.#text.length || this.#text[end] === "\n")) {
        this.#at = end + 1;
        return true;
      }
      const next = this.#lineAt(this.#at);
      const [nextPath = ""] = entriesOf(next)[0] ?? [];
      if (nextPath > path) return false;
      this.#left.push(next);
      this.#at += next.length + 1;
    }
    return false;
  }

  isAllTaken(): boolean {
    return this.#left.length === 0 && this.#at >= this.#text.length;
  }

  taken(): readonly (readonly [path: string, version: string])[] {
    const left = new Set(this.#left);
    const passed = this.#text.slice(0, Math.max(0, this.#at - 1));
    return entriesOf(passed).filter(([path, version]) => !left.has(`${version} ${path}`));
  }

  #lineAt(start: number): string {
    const end = this.#text.indexOf("\n", start);
    return this.#text.slice(start, end === -1 ? undefined : end);
  }
}

function entriesOf(lines: string): readonly (readonly [path: string, version: string])[] {
  return lines.split("\n").flatMap((line) => {
    const at = line.indexOf(" ");
    return at > 0 ? [[line.slice(at + 1), line.slice(0, at)] as const] : [];
  });
}

function isEmptyAs(value: unknown, empty: object): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    Array.isArray(value) === Array.isArray(empty) &&
    Object.keys(value).length === 0
  );
}

function toEntry(value: unknown): readonly (readonly [string, Entry])[] {
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

function writeEntries(
  state: StateFolder,
  options: { name: string; key: string },
  entries: ReadonlyMap<string, Entry>,
): void {
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
