import { searchWrittenLines } from "../../workspace/search.ts";
import type { Workspace } from "../../workspace/types.ts";
import type { Session } from "../session.ts";
import { BUILDS } from "./made-names.ts";

/** Of some paths of documents, those whose like a script writes: `${site}/oven/${kind}/index.md`. */
export async function pagesWrittenByBuilds(
  { platform, root }: Session,
  workspace: Workspace,
  paths: readonly string[],
): Promise<ReadonlySet<string>> {
  if (paths.length === 0 || workspace.repository?.workTree === undefined) return new Set();
  const search = { pattern: "[{][^{}]+[}].*[.]mdx?", suffixes: BUILDS };
  const lines = await searchWrittenLines(platform, root, search);
  const forms = [...new Set(lines.flatMap(({ text }) => formsOn(text)))].map((form) => new RegExp(form));
  return new Set(paths.filter((path) => forms.some((form) => form.test(path))));
}

/** A path with parts that the script fills in. */
const FORM = /[\w./${}()[\]-]*\{[^{}\s]{1,60}\}[\w./${}()[\]-]*\.mdx?/g;
const FILLED_IN = /\$?\{[^{}]*\}/;

/** Names that any page may have tell of none. */
const LEAST_LETTERS = 4;

/** The paths of documents on a line, as regular expressions for their ends. */
function formsOn(line: string): readonly string[] {
  return [...line.matchAll(FORM)].flatMap(([form]) => {
    const [, fixed = ""] = /^(?:\$?\{[^{}]*\}|\.{1,2})?\/?(.*)$/.exec(form) ?? [];
    const parts = fixed.split(FILLED_IN);
    const letters = parts.join("").replaceAll(/(index|readme)?\.mdx?$|[^a-z]/gi, "");
    if (letters.length < LEAST_LETTERS) return [];
    return [`(^|/)${parts.map((part) => part.replaceAll(/[^\w/-]/g, String.raw`\$&`)).join("[^/]+")}$`];
  });
}
