import { posix } from "node:path";
import { searchWrittenLines } from "../../workspace/search.ts";
import type { Workspace } from "../../workspace/types.ts";
import type { Session } from "../session.ts";
import { BUILDS, namesMadeByBuilds } from "./made-names.ts";

/** A tree of which more pages are made is asked of these. */
const MOST_FORMS = 300;

/** What a page offers to take along: packed, or for other programs. */
const OFFERED = /\.(zip|tgz|gz|xml|pdf|epub|csv|txt)$/i;

/**
 * Of some paths that pages link to, those whose like a script writes (`${site}/oven/${kind}/index.md`), and those of packed
 * files whose names a build speaks of.
 */
export async function pagesWrittenByBuilds(
  session: Session,
  workspace: Workspace,
  paths: readonly string[],
): Promise<ReadonlySet<string>> {
  if (paths.length === 0 || workspace.repository?.workTree === undefined) return new Set();
  const { platform, root } = session;
  const offered = paths.filter((path) => OFFERED.test(path));
  const made = await namesMadeByBuilds(
    session,
    workspace,
    offered.map((path) => posix.basename(path)),
  );
  const search = { pattern: "[{][^{}]+[}].*[.]mdx?", suffixes: BUILDS };
  const lines = await searchWrittenLines(platform, root, search);
  const found = [...new Set(lines.flatMap(({ text }) => formsOn(text)))].slice(0, MOST_FORMS);
  const forms = found.map((form) => new RegExp(form));
  return new Set([
    ...paths.filter((path) => forms.some((form) => form.test(path))),
    ...offered.filter((path) => made.has(posix.basename(path))),
  ]);
}

/** What a script fills in. */
const FILLED_IN = /\$?\{[^{}]*\}/g;

/** Longer ones, and those with more to fill in, are no names of pages. */
const LONGEST = 200;
const MOST_PARTS = 2;

/** Names that any page may have tell of none. */
const LEAST_LETTERS = 4;

/** The paths of documents on a line that end otherwise each time, as regular expressions for their ends. */
function formsOn(line: string): readonly string[] {
  return line.split(/[\s"'`]+/).flatMap((word) => {
    if (word.length > LONGEST || !word.includes("{") || !/\.mdx?$/.test(word)) return [];
    const fixed = word.replace(/^(?:\$?\{[^{}]*\}|\.{1,2})?\/?/, "");
    const parts = fixed.split(FILLED_IN);
    const letters = parts.join("").replaceAll(/(index|readme)?\.mdx?$|[^a-z]/gi, "");
    if (letters.length < LEAST_LETTERS || parts.length > MOST_PARTS + 1) return [];
    return [`(^|/)${parts.map((part) => part.replaceAll(/[^\w/-]/g, String.raw`\$&`)).join("[^/]+")}$`];
  });
}
