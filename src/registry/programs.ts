import { posix, win32 } from "node:path";
import type { Host, Platform } from "../platform/types.ts";
import type { ProgramCopy, ProgramIndex } from "./types.ts";

const DEFAULT_EXTENSIONS = ".COM;.EXE;.BAT;.CMD";

/** Looks programs up on PATH. Each of its folders is listed once, at the first question. */
export function createProgramIndex(platform: Platform): ProgramIndex {
  const answers = new Map<string, readonly ProgramCopy[]>();
  let listing: Listing | undefined;
  return {
    find: (name) => {
      const known = answers.get(name);
      if (known !== undefined) return known;
      listing ??= listPrograms(platform);
      const found = copiesOf(name, listing, platform);
      answers.set(name, found);
      return found;
    },
  };
}

/** The folders that PATH names, in its order; relative and empty parts are left out, for they depend on where one is. */
export function searchFolders(host: Pick<Host, "os" | "env">): readonly string[] {
  const isWindows = host.os === "windows";
  const path = isWindows ? win32 : posix;
  const parts = (variable(host, "PATH") ?? "").split(path.delimiter);
  const folders = parts
    .map((part) => (isWindows ? part.replaceAll('"', "") : part))
    .filter((part) => path.isAbsolute(part))
    .map((part) => withoutEndingSlash(part, path.parse(part).root));
  return [...new Set(folders)];
}

/** File names that the system starts when a person types `name`, the first choice first. */
export function programFileNames(name: string, host: Pick<Host, "os" | "env">): readonly string[] {
  if (host.os !== "windows") return [name];
  const extensions = (variable(host, "PATHEXT") ?? DEFAULT_EXTENSIONS)
    .toLowerCase()
    .split(";")
    .filter(Boolean);
  const wanted = name.toLowerCase();
  if (extensions.some((extension) => wanted.endsWith(extension))) return [wanted];
  return extensions.map((extension) => wanted + extension);
}

/** A folder of PATH: how a file name in it is spelled, which on Windows is found however it is written. */
interface ProgramFolder {
  readonly folder: string;
  readonly spellingOf: (fileName: string) => string | undefined;
}

/** In the order of PATH. Many programs are there and few are asked for, so nothing but names is kept. */
type Listing = readonly ProgramFolder[];

function listPrograms(platform: Platform): Listing {
  const listing: ProgramFolder[] = [];
  const seen = new Set<string>();
  for (const folder of searchFolders(platform.host)) {
    const realFolder = platform.files.realPath(folder);
    if (realFolder === undefined || seen.has(realFolder)) continue;
    seen.add(realFolder);
    listing.push({ folder, spellingOf: spellings(fileNamesIn(folder, platform), platform.host) });
  }
  return listing;
}

function fileNamesIn(folder: string, platform: Platform): readonly string[] {
  const read = platform.files.readFolder(folder);
  if (!read.isRead) return [];
  return read.entries
    .filter((entry) => entry.kind === "file" || entry.kind === "link")
    .map((entry) => entry.name)
    .filter((name) => typeof name === "string");
}

function spellings(names: readonly string[], { os }: Host): ProgramFolder["spellingOf"] {
  if (os === "windows") {
    const byName = new Map(names.map((name) => [name.toLowerCase(), name]));
    return (fileName) => byName.get(fileName);
  }
  const all = new Set(names);
  return (fileName) => (all.has(fileName) ? fileName : undefined);
}

function copiesOf(name: string, listing: Listing, platform: Platform): readonly ProgramCopy[] {
  const candidates = programFileNames(name, platform.host).map((fileName) =>
    pathsOf(fileName, listing, platform.host),
  );
  return inOrderOfPath(candidates, platform.host)
    .filter((path) => platform.files.isExecutable(path))
    .map((path) => ({ path, realPath: platform.files.realPath(path) ?? path }));
}

/** As PATH spells them, in its order. */
function pathsOf(fileName: string, listing: Listing, { os }: Host): readonly string[] {
  const style = os === "windows" ? win32 : posix;
  return listing.flatMap(({ folder, spellingOf }) => {
    const spelling = spellingOf(fileName);
    return spelling === undefined ? [] : [style.join(folder, spelling)];
  });
}

/** Windows looks for each extension in one folder before it goes on to the next folder. */
function inOrderOfPath(candidates: readonly (readonly string[])[], host: Host): readonly string[] {
  if (candidates.length === 1) return candidates[0] ?? [];
  const rank = new Map(searchFolders(host).map((folder, index) => [folder, index]));
  const rankOf = (path: string) =>
    rank.get(withoutEndingSlash(win32.dirname(path), win32.parse(path).root)) ?? 0;
  return candidates.flat().toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** Windows does not care how the name of a variable is written; a copy of its environment does. */
function variable({ os, env }: Pick<Host, "os" | "env">, name: string): string | undefined {
  if (os !== "windows" || env[name] !== undefined) return env[name];
  const spelling = Object.keys(env).find((key) => key.toUpperCase() === name);
  return spelling === undefined ? undefined : env[spelling];
}

function withoutEndingSlash(folder: string, root: string): string {
  return folder.length > root.length ? folder.replace(/[\\/]+$/, "") : folder;
}
