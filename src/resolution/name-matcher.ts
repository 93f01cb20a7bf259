import { posix } from "node:path";

/** Languages in which a file is loaded by its name without the ending. */
const CODE = /\.([cm]?[jt]sx?|py|rb|go|rs|java|kt|cs|php|lua|ex|exs|scss|sass|less|vue|svelte)$/;

/** Folders before a name, as they are written. */
const FOLDERS = String.raw`((?:[\w.@~%+-]+/)*)`;

/** A statement that begins a line and loads something by a bare name: `from oven import`, `mod oven;`. */
const LOADS = String.raw`^\s*(?:pub\s+|@)?(?:import|from|require|require_relative|include|use|mod|load|source)\b[^"'\n]*?(?<![\w-])((?:\w+\.)*)`;

/** What tells a path from any other. */
export interface NameMatcher {
  /** What a search is asked for: it may find too much. POSIX extended. */
  readonly asked: string;
  /** True for a line of a file that may mean the path. */
  matches(file: string, line: string): boolean;
}

/** Matches what names a path; of a path with the same name as `other` no bare name from outside of its folder. */
export function createNameMatcher(
  path: string,
  other: string,
  hasFile: (path: string) => boolean,
): NameMatcher {
  const name = posix.basename(path);
  const stem = name.replace(/(\.d)?\.\w+$/, "");
  const isSameName = name === posix.basename(other);
  const spellings = [...new Set([name, encodeURI(name)])];
  const plain = spellings.map(
    (one) => new RegExp(`(?<![\\w@~%+-])${FOLDERS}${escapePattern(one)}(?![\\w-])`, "g"),
  );
  const loaded = [
    new RegExp(`["'\`]${FOLDERS}${escapePattern(stem)}["'\`]`, "g"),
    new RegExp(`${LOADS}${escapePattern(stem)}(?![\\w-])`, "g"),
  ];
  const means = (file: string, written: string): boolean => {
    const from = posix.dirname(file);
    const named = written.split("/").filter((part) => part !== "" && part !== "." && part !== "..");
    if (named.length > 0) return endsAlike(posix.dirname(path), named);
    if (written !== "") return leadsTo(from, written, posix.dirname(path));
    const sibling = posix.join(from, name);
    if (sibling !== path && hasFile(sibling)) return false;
    return isWithin(from, posix.dirname(path)) || (!isSameName && isWithin(posix.dirname(path), from));
  };
  return {
    asked: [...new Set([stem, encodeURI(stem)])].map(escapePattern).join("|"),
    matches: (file, line) => {
      const patterns = CODE.test(path) && CODE.test(file) ? [...plain, ...loaded] : plain;
      return patterns.some((pattern) =>
        [...line.matchAll(pattern)].some(([, written = ""]) =>
          means(file, written.replaceAll(/(?<=\w)\./g, loadedFolder(written))),
        ),
      );
    },
  };
}

/** `kitchen.ovens.` of a statement is `kitchen/ovens/`; what has slashes keeps its dots. */
function loadedFolder(written: string): string {
  return written.includes("/") ? "." : "/";
}

/** As far as both go: `ovens/` and `@/kitchen/ovens/` may be the folder `src/kitchen/ovens`. */
function endsAlike(folder: string, named: readonly string[]): boolean {
  const parts = folder === "." ? [] : folder.split("/");
  if (parts.length === 0) return false;
  const length = Math.min(parts.length, named.length);
  return parts.slice(-length).join("/") === named.slice(-length).join("/");
}

/** `./` may begin where the file stands or in a folder above it, where programs are started. */
function leadsTo(from: string, written: string, folder: string): boolean {
  if (written.includes("..")) return posix.join(from, written).replace(/(?<=.)\/$/, "") === folder;
  return isWithin(from, folder);
}

function isWithin(folder: string, outer: string): boolean {
  return outer === "." || folder === outer || folder.startsWith(`${outer}/`);
}

/** For JavaScript and for POSIX extended expressions alike. */
function escapePattern(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&");
}
