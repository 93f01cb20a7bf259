import { posix } from "node:path";
import type { MissingReference } from "../../model/snapshot.ts";
import { once } from "../../workspace/once.ts";
import type { Workspace } from "../../workspace/types.ts";
import type { FileFacts } from "./file-facts.ts";

/** So many, and more than half, have to lead nowhere. */
const LEAST = 8;

/** Others are read where they stand. */
const KINDS: ReadonlySet<string> = new Set(["markdown", "import"]);

/**
 * Marks what is missing where most of its like is missing: in one file, or below one folder, of one kind and form; and
 * what files of several folders expect below one that is not there. Such files are read elsewhere than they stand, or by
 * something whose rules nobody told us, or after something else was made.
 */
export function markPlacesInDoubt(
  missing: readonly MissingReference[],
  facts: ReadonlyMap<string, FileFacts>,
  workspace: Workspace,
): readonly MissingReference[] {
  return markMostlyMissing(markBelowMadeFolders(missing, workspace), facts);
}

/** Files of so many folders that name what is below one folder that is not there take it for made. */
const FOLDERS = 3;

function markBelowMadeFolders(
  missing: readonly MissingReference[],
  workspace: Workspace,
): readonly MissingReference[] {
  const folders = missing.map(({ file, target }) => absentFolder(file, target, workspace));
  const users = new Map<string, Set<string>>();
  missing.forEach(({ kind, file }, at) => {
    const folder = folders[at];
    if (kind === "markdown" || folder === undefined) return;
    const known = users.get(folder) ?? new Set<string>();
    users.set(folder, known.add(posix.dirname(file)));
  });
  return missing.map((one, at) => {
    const count = one.kind === "markdown" ? 0 : (users.get(folders[at] ?? "")?.size ?? 0);
    return count < FOLDERS ? one : { ...one, isInDoubt: true };
  });
}

/** The first folder on the way to a target that is not there. */
function absentFolder(file: string, target: string, workspace: Workspace): string | undefined {
  const path = posix.join(posix.dirname(file), target);
  if (path.startsWith("../")) return undefined;
  const names = path.split("/").slice(0, -1);
  const at = names.findIndex((_, index) => !workspace.has(names.slice(0, index + 1).join("/")));
  return at === -1 ? undefined : names.slice(0, at + 1).join("/");
}

function markMostlyMissing(
  missing: readonly MissingReference[],
  facts: ReadonlyMap<string, FileFacts>,
): readonly MissingReference[] {
  const lacking = countsOf(missing.flatMap(({ file, ...reference }) => placesOf(file, keysOf(reference))));
  const many = new Set([...lacking].flatMap(([place, count]) => (count < LEAST ? [] : [place])));
  if (many.size === 0) return missing;
  const named = once(() =>
    countsOf(
      [...facts].flatMap(([file, { references = [], imports = [] }]) => [
        ...references.flatMap((reference) =>
          placesOf(file, keysNamed(reference)).filter((place) => many.has(place)),
        ),
        ...imports.flatMap(([, target]) =>
          placesOf(file, keysOf({ kind: "import", target })).filter((place) => many.has(place)),
        ),
      ]),
    ),
  );
  return missing.map((one) => {
    const isDoubtful = placesOf(one.file, keysOf(one)).some(
      (place) => many.has(place) && (lacking.get(place) ?? 0) * 2 > (named().get(place) ?? 0),
    );
    return isDoubtful ? { ...one, isInDoubt: true } : one;
  });
}

type Named = Pick<MissingReference, "kind" | "target" | "heading">;

/** All of a kind, and those of a form whose meaning a site may set: from the top, to a heading, to a page or picture. */
function keysOf({ kind, target, heading }: Named): readonly string[] {
  if (!KINDS.has(kind)) return [];
  const path = target.replace(/[?#].*$/s, "");
  if (heading !== undefined) return [kind, `${kind} ${path === "" ? "own heading" : "heading"}`];
  if (path.startsWith("/")) return [kind, `${kind} from the top`];
  const ending = posix.extname(path);
  return OF_SITES.test(ending) ? [kind, `${kind} ${ending}`] : [kind];
}

/** A link to a heading names a file too, and may lack the one or the other. */
function keysNamed(reference: Named): readonly string[] {
  const { kind, target, heading } = reference;
  if (heading === undefined || target.startsWith("#")) return keysOf(reference);
  return [...new Set([...keysOf(reference), ...keysOf({ kind, target })])];
}

const OF_SITES = /^$|^\.(mdx?|html?|png|jpe?g|gif|svg|webp)$/i;

/** A file and the folders above it, each with each key. */
function placesOf(file: string, keys: readonly string[]): readonly string[] {
  const places = [file];
  for (let folder = posix.dirname(file); folder !== "."; folder = posix.dirname(folder)) places.push(folder);
  return [...places, "."].flatMap((place) => keys.map((key) => `${key}\0${place}`));
}

function countsOf(items: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
