import type { FileSystem } from "../platform/types.ts";
import { joined, type FolderNames } from "./folder-names.ts";
import { matchesName, stemOf } from "./match-name.ts";
import type { Conditions } from "./types.ts";

const FIRST_BYTES = 16;

/** What conditions are asked of. */
export interface Surroundings {
  readonly files: FileSystem;
  readonly root: string;
  readonly names: FolderNames;
}

export interface Place {
  readonly path: string;
  /** The folder that the kind's pattern begins in; empty for the root. */
  readonly parent: string;
  /** Of the kind: what its names are. */
  readonly patterns: readonly string[];
}

/** What was seen that makes the conditions hold, in words; undefined where one does not. */
export function seenOf(
  conditions: Conditions,
  place: Place,
  surroundings: Surroundings,
): readonly string[] | undefined {
  const { path, parent } = place;
  const { names } = surroundings;
  const seen: string[] = [];
  const note = (found: string | undefined) => {
    if (found !== undefined) seen.push(found);
    return found !== undefined;
  };
  const { beside, above, inside, holdsOnly, topOnly, begins } = conditions;
  const holds =
    (beside === undefined || note(findBeside(beside, place, names))) &&
    (above === undefined || note(findAbove(above, parent, names))) &&
    (inside === undefined || note(firstOf(inside, (pattern) => names.find(path, pattern), "holds"))) &&
    (topOnly === undefined || hasTopOnly(topOnly, names.of(path))) &&
    (holdsOnly === undefined || note(findOnly(holdsOnly, path, names))) &&
    (begins === undefined || note(findBeginning(begins, path, surroundings)));
  return holds ? seen : undefined;
}

function firstOf(
  patterns: readonly string[],
  find: (pattern: string) => string | undefined,
  word: string,
): string | undefined {
  for (const pattern of patterns) {
    const found = find(pattern);
    if (found !== undefined) return `${word} ${found}`;
  }
  return undefined;
}

function findBeside(
  patterns: readonly string[],
  { path, parent, patterns: own }: Place,
  names: FolderNames,
): string | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const stem = stemOf(own, name);
  const find = (pattern: string) => {
    if (!pattern.includes("<name>")) return names.find(parent, pattern);
    const wanted = stem === undefined || stem === "" ? undefined : pattern.replace("<name>", stem);
    return wanted !== undefined && wanted !== name && names.of(parent).has(wanted) ? wanted : undefined;
  };
  return firstOf(patterns, find, "beside");
}

function findAbove(patterns: readonly string[], parent: string, names: FolderNames): string | undefined {
  for (let folder = parent; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/")))) {
    const found = firstOf(patterns, (pattern) => names.find(folder, pattern), "below the folder of");
    if (found !== undefined || folder === "") return found;
  }
}

function hasTopOnly(patterns: readonly string[], entries: ReadonlyMap<string, unknown>): boolean {
  return [...entries.keys()].every((name) => patterns.some((pattern) => matchesName(pattern, name)));
}

/** Links and what is no regular file do not count as files of these names: such a folder is something else. */
function findOnly(patterns: readonly string[], folder: string, names: FolderNames): string | undefined {
  let count = 0;
  const fits = (path: string): boolean =>
    [...names.of(path)].every(([name, kind]) => {
      if (kind === "folder") return fits(joined(path, name));
      count += 1;
      return kind === "file" && patterns.some((pattern) => matchesName(pattern, name));
    });
  return fits(folder) && count > 0 ? `holds nothing but ${patterns.slice(0, 2).join(" and ")}` : undefined;
}

function findBeginning(
  begins: readonly string[],
  path: string,
  { files, root }: Surroundings,
): string | undefined {
  const first = files.readStart(`${root}/${path}`, FIRST_BYTES)?.toString("hex");
  return first !== undefined && begins.some((begin) => first.startsWith(begin))
    ? "its first bytes say so"
    : undefined;
}
