import { posix } from "node:path";
import { literal, searchWrittenLines } from "../../workspace/search.ts";
import type { Session } from "../session.ts";

const PAGES = [".md", ".mdx", ".rst", ".adoc"] as const;

/** Words before the name of what a reader is to make, in a sentence or a command: `clone`, `Copy`, `… >`. */
const WORDS =
  "clone|cp|touch|tee|mkdir|curl|wget|[Cc]opy|[Cc]reate|[Dd]ownload|[Ff]etch|[Gg]enerate|[Pp]lace|[Pp]ut|[Ss]ave|[Ww]rite";

/** Of these names every page speaks. */
const COMMON =
  /^(package|tsconfig|index|main|config|data|settings|requirements|app|server|src|lib|docs?)(\.|$)/;

interface Named {
  /** That names what is not there. */
  readonly file: string;
  readonly name: string;
}

/** Tells of names whether a page at a file's folder or above it tells its readers to make what is called so, or where it is. */
export async function namesMadeByReaders(
  { platform, root }: Session,
  asked: readonly Named[],
): Promise<(named: Named) => boolean> {
  const names = [...new Set(asked.map(({ name }) => name))].filter(
    (name) => name.length > 2 && !COMMON.test(name),
  );
  if (names.length === 0) return () => false;
  const any = names.map(literal).join("|");
  const pattern = `(^|[^[:alnum:]])(${WORDS})[^[:alnum:]].*(${any})|> ?["']?([.]/)?(${any})|https?://[^ ]*/(${any})([^[:alnum:].]|$)`;
  const lines = await searchWrittenLines(platform, root, { pattern, suffixes: PAGES });
  return ({ file, name }) =>
    names.includes(name) &&
    lines.some(({ path, text }) => text.includes(name) && isAbove(posix.dirname(path), file));
}

function isAbove(folder: string, file: string): boolean {
  return folder === "." || file.startsWith(`${folder}/`);
}
