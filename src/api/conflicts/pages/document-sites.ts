import { posix } from "node:path";
import type { FileReference } from "../../../workspace/references/types.ts";
import type { Workspace } from "../../../workspace/types.ts";
import {
  asPage,
  booksOf,
  isPageName,
  isRendered,
  madePages,
  namesOfPages,
  originals,
  otherForms,
  PAGES,
} from "./page-addresses.ts";
import { foldersOfSites, VARIANTS } from "./site-folders.ts";
import { linksOfSites } from "./site-links.ts";

/** Trees of Markdown that a generator turns into a site, with addresses of its own. */
export interface DocumentSites {
  readonly isIn: (file: string) => boolean;
  /** False for a link that the generator may well resolve. */
  readonly mayBreak: (file: string, reference: FileReference) => boolean;
}

/** Finds the sites of a tree by the settings of their generators. */
export function createDocumentSites(
  workspace: Workspace,
  references: readonly (readonly [file: string, reference: FileReference])[],
): DocumentSites {
  const folders = foldersOfSites(workspace, references);
  const isNamed = namesOfPages(workspace, references);
  const isIn = (file: string) => {
    if (folders.size === 0) return false;
    for (let folder = posix.dirname(file); ; folder = posix.dirname(folder)) {
      if (folders.has(folder === "." ? "" : folder)) return true;
      if (folder === ".") return false;
    }
  };
  const isForSite = linksOfSites(() => workspace.files.map((one) => one.path).filter(isIn));
  const served = servedAddresses(workspace);
  const isMade = madePages(workspace);
  const leavesBook = booksOf(workspace);
  const isFileBelowTop = (path: string) =>
    /\.\w{1,5}$/.test(path) && workspace.has(path.slice(1).split("/")[0] ?? "");
  const isServed = (path: string) => served.has(path.replace(/^(\.{1,2}\/)+/, ""));
  const isPage = (path: string) => PAGES.some((ending) => workspace.has(`${path}${ending}`));
  const isThere = (path: string) => workspace.has(path) || isPage(path);
  return {
    isIn,
    mayBreak: (file, { target, candidates: [candidate = ""] }) => {
      const path = target.replace(/[?#].*$/s, "");
      const page = asPage(file, path);
      if (page !== undefined && isPage(page)) return false;
      if (page !== undefined && isIn(file) && [page, ...originals(file, page)].some(isThere)) return false;
      if (originals(file, candidate).some((original) => workspace.has(original))) return false;
      if (isPageName(file, path) && isPage(candidate)) return false;
      if (isMade(candidate) || isRendered(workspace, candidate) || isNamed(file, path)) return false;
      if (leavesBook(file, candidate)) return false;
      if (VARIANTS.some((ending) => workspace.has(candidate.replace(/\.md$/, ending)))) return false;
      if (path.startsWith("/")) return !isIn(file) && !isServed(path.slice(1)) && isFileBelowTop(path);
      if (isIn(file) && (isForSite(path) || otherForms(candidate).some((form) => workspace.has(form))))
        return false;
      if (PIECES.test(file)) return false;
      if (isIn(file) && (INCLUDED.test(file) || workspace.has(`${candidate}.md`) || isServed(path)))
        return false;
      return (
        !isIn(file) || (/\.[a-z]\w{0,4}$/i.test(path) && !/\.html?$/i.test(path) && !file.endsWith(".mdx"))
      );
    },
  };
}

/** What a site or an application serves from its top. */
const SERVED = /(^|\/)(?:assets|static|public)\/(.+)$/;

/** The addresses under which files are served, without the first slash. */
export function servedAddresses({ files }: Workspace): ReadonlySet<string> {
  return new Set(files.flatMap(({ path }) => SERVED.exec(path)?.[2] ?? []));
}

/** Pieces of pages: what their links start from is the page that takes them in. */
const INCLUDED = /(^|\/)_?(snippets?|includes?|partials?|fragments?)\//;

/** The same in any tree: the name of such a page says that it is no page of its own. */
const PIECES = /(^|\/)(snippets?|includes?|partials?|fragments?)\/(.*\/)?_[^/]+$/;
