import { isMarkdownPath } from "../../../workspace/references/markdown.ts";
import type { FileReference } from "../../../workspace/references/types.ts";
import type { FileFacts } from "../file-facts.ts";

/** What is known of a heading that is not there. */
export interface LackingHeading {
  /** The one that differs in nothing but marks and blanks. */
  readonly nearHeading?: string;
}

/** Undefined where the heading that a link names is there, or cannot be told, as in a file that is torn by a merge. */
export function lackingHeading(
  { kind, heading, candidates: [path = ""] }: FileReference,
  facts: ReadonlyMap<string, FileFacts>,
): LackingHeading | undefined {
  if (kind !== "markdown" || heading === undefined || !isMarkdownPath(path)) return undefined;
  const { anchors, hunks } = facts.get(path) ?? {};
  const name = heading.toLowerCase().replace(/^user-content-/, "");
  if (anchors === undefined || hunks !== undefined || /^(l\d+|id\d+$|:~:|!?\/)|[=&]/.test(name))
    return undefined;
  // GitHub keeps the blanks between the words of a heading and an anchor or pictures, which become dashes.
  if (OF_PAGES.has(name) || anchors.includes(name) || anchors.includes(name.replaceAll(/^-+|-+$/g, "")))
    return undefined;
  const near = anchors.find((anchor) => withoutMarks(anchor) === withoutMarks(name));
  const ofGitBook = withoutMarks(nameOfGitBook(name));
  if (ofGitBook !== withoutMarks(name) && anchors.some((anchor) => withoutMarks(anchor) === ofGitBook))
    return undefined;
  return near === undefined ? {} : { nearHeading: near };
}

/** Anchors that pages of GitHub have, whatever is on them. */
const OF_PAGES: ReadonlySet<string> = new Set(["top", "readme", "start-of-content"]);

/** GitBook puts `id-` before what begins with a digit, and calls brackets by their names. */
function nameOfGitBook(name: string): string {
  return name.replace(/^id-(?=\d)/, "").replaceAll(/\b(less|greater)-than\b/g, "");
}

/** Generators of sites differ in what they make of a mark. */
function withoutMarks(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]/gu, "");
}
