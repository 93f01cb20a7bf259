import { posix } from "node:path";
import type { FileReference } from "../../../workspace/references/types.ts";
import type { Workspace } from "../../../workspace/types.ts";

interface Habit {
  readonly files: Set<string>;
  all: number;
  absent: number;
}

/** Where most links without an ending lead to no file, they are names of pages and not paths. */
export function namesOfPages(
  workspace: Workspace,
  references: readonly (readonly [file: string, reference: FileReference])[],
): (file: string, path: string) => boolean {
  const habits = new Map<string, Habit>();
  for (const [file, reference] of references) {
    const [path = ""] = reference.target.split(/[?#]/);
    const top = topOf(file);
    if (top === undefined || !isPageLink(file, path)) continue;
    const habit = habits.get(top) ?? { files: new Set<string>(), all: 0, absent: 0 };
    habits.set(top, habit);
    habit.all += 1;
    if (reference.candidates.some((candidate) => workspace.has(candidate))) continue;
    habit.absent += 1;
    habit.files.add(file);
  }
  return (file, path) => {
    const habit = habits.get(topOf(file) ?? "");
    if (habit === undefined || !isPageLink(file, path)) return false;
    return habit.files.size >= 3 && habit.absent >= 10 && habit.absent / habit.all >= 0.6;
  };
}

function isPageLink(file: string, path: string): boolean {
  return isPageName(file, path) && !/\.\w+$|\/$/.test(path);
}

function topOf(file: string): string | undefined {
  const slash = file.indexOf("/");
  return slash === -1 ? undefined : file.slice(0, slash);
}

/** What has the same address on a site: `a.md`, `a.mdx`, `a/index.md`. */
export function otherForms(path: string): readonly string[] {
  const stem = /^(.*?)(\/index)?\.mdx?$/.exec(path)?.[1];
  return stem === undefined ? [] : PAGES.map((ending) => `${stem}${ending}`);
}

/** `a.html` where there is `a.md`: nobody reads these files as they are. */
export function isRendered(workspace: Workspace, path: string): boolean {
  return path.endsWith(".html") && workspace.has(path.replace(/html$/, "md"));
}

/** Tells of pages that are made: no folder whose pages are written by hand holds documents that are none of them. */
export function madePages({ files }: Workspace): (path: string) => boolean {
  let written: ReadonlySet<string> | undefined;
  return (path) => {
    if (!/\.html?$/i.test(path)) return false;
    written ??= new Set(
      files.flatMap((file) => (/\.html?$/i.test(file.path) ? posix.dirname(file.path) : [])),
    );
    return !written.has(posix.dirname(path));
  };
}

/** Folders of books, each of which is made by itself: what lies outside one may be another. */
export function booksOf({ files }: Workspace): (file: string, path: string) => boolean {
  const books = files
    .filter(({ path }) => path.endsWith("/SUMMARY.md"))
    .map(({ path }) => path.slice(0, -"SUMMARY.md".length));
  return (file, path) => books.some((book) => file.startsWith(book) && !path.startsWith(book));
}

/** What a site makes of a page has no ending; a README is read where it stands. */
export function isPageName(file: string, path: string): boolean {
  return path !== "" && !/\.(md|mdx|markdown)$/i.test(path) && !/(^|\/)readme\.[^/]*$/i.test(file);
}

/** What a page is kept as; Middleman writes both endings, one after the other. */
export const PAGES = [
  ".md",
  ".mdx",
  "/index.md",
  "/index.mdx",
  ".html.md",
  ".html.erb",
  ".html.markerb",
  "/index.html.md",
  "/index.html.erb",
  "/index.html.markerb",
] as const;

/** `[oven](oven)` where there is `oven.md`: a site has it, GitHub has not. */
export function isPageWithoutEnding({ kind, candidates }: FileReference, workspace: Workspace): boolean {
  return (
    kind === "markdown" &&
    candidates.some((path) => PAGES.some((ending) => workspace.has(`${path}${ending}`)))
  );
}

/** Where pages are folders, `../other/` in `docs/page.md` is `docs/other.md`, and `../a.png` is `docs/a.png`. */
export function asPage(file: string, path: string): string | undefined {
  if (path === "" || path.startsWith("/") || /\.(md|markdown)$/i.test(path)) return undefined;
  return posix
    .join(file.replace(/(^|\/)_?index(\.html)?\.\w+$|(\.html)?\.\w+$/, "$1"), path)
    .replace(/\/$/, "");
}

/** `de`, `zh-CN`; folders of programming languages and of parts of a program are called alike. */
const LANGUAGE = String.raw`(?!(?:go|js|ts|py|rb|db|ui|ci)\b)[a-z]{2}(?:[-_][A-Za-z]{2,4})?`;
const LANGUAGE_FOLDER = new RegExp(`^${LANGUAGE}$`);
const FOLDER_OF_LANGUAGE = new RegExp(`^([a-z]+)[-_]${LANGUAGE}$`);
const LANGUAGE_ENDING = new RegExp(String.raw`\.(${LANGUAGE})\.mdx?$`);
const LANGUAGE_IN_PATH = new RegExp(String.raw`(?<=/|^|[._-])${LANGUAGE}(?=/|\.mdx?$)`);

/** `docs/de/a.md`, `README_ja.md`: the path with a star for the language; undefined for a page that names none. */
export function pageOfAnyLanguage(file: string): string | undefined {
  return LANGUAGE_IN_PATH.test(file) ? file.replace(LANGUAGE_IN_PATH, "*") : undefined;
}

/** `guide-de/a.md`: of `guide/a.md`, and of `guide-en/a.md`. */
function originalsBeside(names: readonly string[], wanted: readonly string[]): readonly string[] {
  const at = names.findIndex((name, index) => FOLDER_OF_LANGUAGE.test(name) && index < names.length - 1);
  if (at === -1 || names[at] !== wanted[at]) return [];
  const [, plain = ""] = FOLDER_OF_LANGUAGE.exec(names[at] ?? "") ?? [];
  return [plain, `${plain}-en`].map((name) => wanted.with(at, name).join("/"));
}

/**
 * What a translated page shows where there is no translation: of `docs/de/a.md`, `docs/en/a.md` and `docs/a.md`; of
 * `docs-locale/de/a.md`, `docs/a.md`.
 */
export function originals(file: string, candidate: string): readonly string[] {
  // `a.en.md` links to `b.md`, of which there is one for each language: `b.en.md`.
  const language = LANGUAGE_ENDING.exec(file)?.[1];
  if (language !== undefined) return [candidate.replace(/(\.mdx?)$/, `.${language}$1`)];
  const names = file.split("/");
  const wanted = candidate.split("/");
  const at = names.findIndex((name, index) => {
    return LANGUAGE_FOLDER.test(name) && index < names.length - 1;
  });
  if (at === -1) return originalsBeside(names, wanted);
  if (names.slice(0, at + 1).join("/") !== wanted.slice(0, at + 1).join("/")) return [];
  const plain = wanted.toSpliced(at, 1);
  const stem = /^(.*?)[-_]?(?:locales?|i18n|translations?|l10n)$/.exec(wanted[at - 1] ?? "")?.[1];
  const beside = stem === undefined ? [] : [plain.with(at - 1, stem === "" ? "docs" : stem)];
  return [wanted.with(at, "en"), plain, ...beside].map((path) => path.join("/"));
}
