import { posix } from "node:path";
import { linksOfSites } from "./site-links.ts";
import type { FileReference } from "../../workspace/references/types.ts";
import type { Workspace } from "../../workspace/types.ts";

/** Trees of Markdown that a generator turns into a site, with addresses of its own. */
export interface DocumentSites {
  readonly isIn: (file: string) => boolean;
  /** False for a link that the generator may well resolve. */
  readonly mayBreak: (file: string, reference: FileReference) => boolean;
}

const MARKS =
  /(^|\/)(mkdocs\.ya?ml|docusaurus\.config\.\w+|siteConfig\.js|astro\.config\.\w+|_config\.ya?ml|hugo\.(toml|ya?ml|json)|book\.toml|antora\.ya?ml|mint\.json|docs\.json|_quarto\.yml|gatsby-config\.\w+|eleventy\.config\.\w+|\.eleventy\.js|sidebars\.\w+|_[sS]idebar\.md|_index\.md|conf\.py|rspress\.config\.\w+|zensical\.toml)$|(^|\/)(\.vitepress|\.vuepress)\//;

/** Finds the sites of a tree by the settings of their generators. */
export function createDocumentSites(
  workspace: Workspace,
  references: readonly (readonly [file: string, reference: FileReference])[],
): DocumentSites {
  const marked = workspace.files.flatMap(({ path }) => {
    const match = MARKS.exec(path);
    return match === null
      ? []
      : withPages(posix.dirname(`./${path.slice(0, match.index)}/x`).replace(/^\.\/?/, ""));
  });
  const rendered = references
    .filter(
      ([
        ,
        {
          candidates: [path = ""],
        },
      ]) => isRendered(workspace, path),
    )
    .map(([file]) => posix.dirname(file).replace(/^\.$/, ""));
  const folders = new Set([
    ...marked,
    ...rendered,
    ...builtByFrameworks(workspace),
    ...numbered(workspace),
    ...inVariants(workspace),
  ]);
  const isNamed = namesOfPages(workspace, references);
  const isIn = (file: string) => {
    if (folders.size === 0) return false;
    for (let folder = posix.dirname(file); ; folder = posix.dirname(folder)) {
      if (folders.has(folder === "." ? "" : folder)) return true;
      if (folder === ".") return false;
    }
  };
  const isForSite = linksOfSites(() => workspace.files.map((one) => one.path).filter(isIn));
  const served = new Set(workspace.files.flatMap(({ path }) => SERVED.exec(path)?.[2] ?? []));
  const isServed = (path: string) => served.has(path.replace(/^(\.{1,2}\/)+/, ""));
  return {
    isIn,
    mayBreak: (file, { target, candidates: [candidate = ""] }) => {
      const path = target.replace(/[?#].*$/s, "");
      const original = inEnglish(file, candidate);
      const page = asPage(file, path);
      if (page !== undefined && PAGES.some((ending) => workspace.has(`${page}${ending}`))) return false;
      if (page !== undefined && isIn(file) && workspace.has(page)) return false;
      if (original !== undefined && workspace.has(original)) return false;
      if (isPageName(file, path) && PAGES.some((ending) => workspace.has(`${candidate}${ending}`)))
        return false;
      if (isMade(workspace, file, candidate) || isNamed(file, path)) return false;
      if (VARIANTS.some((ending) => workspace.has(candidate.replace(/\.md$/, ending)))) return false;
      if (path.startsWith("/"))
        return !isIn(file) && /\.\w{1,5}$/.test(path) && workspace.has(path.slice(1).split("/")[0] ?? "");
      if (isIn(file) && isForSite(path)) return false;
      if (isIn(file) && (INCLUDED.test(file) || workspace.has(`${candidate}.md`) || isServed(path)))
        return false;
      return !isIn(file) || (/\.\w{1,5}$/.test(path) && !/\.html?$/i.test(path) && !file.endsWith(".mdx"));
    },
  };
}

/** A folder for documents that is a program of its own. */
function builtByFrameworks({ files }: Workspace): readonly string[] {
  return files.flatMap(
    ({ path }) =>
      /^(?:.*\/)?(?:docs?|documentation|website|site|www)(?=\/(?:next|nuxt|svelte|gatsby)\.config\.\w+$)/.exec(
        path,
      )?.[0] ?? [],
  );
}

/** `20-core/10-routing.md`: the numbers are for the order alone, and no part of an address. */
function numbered({ files }: Workspace): readonly string[] {
  const pages = new Map<string, number>();
  for (const { path } of files) {
    const folder = /^(?:(.*?)\/)?\d{1,3}-[^/]+\/\d{1,3}-[^/]+\.mdx?$/.exec(path)?.[1];
    if (folder !== undefined) pages.set(folder, (pages.get(folder) ?? 0) + 1);
  }
  return [...pages].filter(([, count]) => count >= FEWEST_PAGES).map(([folder]) => folder);
}

const FEWEST_PAGES = 3;

/** `intro.md` is shown to readers of one language: `intro-java.md`. */
const LANGUAGES = ["js", "ts", "java", "python", "csharp", "dotnet", "go", "ruby", "php", "rust"] as const;
const VARIANTS = LANGUAGES.map((language) => `-${language}.md`);
const VARIANT = new RegExp(`^(.+)-(?:${LANGUAGES.join("|")})\\.md$`);

/** Folders in which pages are written once for each language of readers. */
function inVariants({ files }: Workspace): readonly string[] {
  const stems = new Map<string, number>();
  for (const { path } of files) {
    const stem = VARIANT.exec(path)?.[1];
    if (stem !== undefined) stems.set(stem, (stems.get(stem) ?? 0) + 1);
  }
  const folders = [...stems].filter(([, count]) => count > 1).map(([stem]) => posix.dirname(stem));
  return [...new Set(folders)].filter(
    (folder) => folders.filter((one) => one === folder).length >= FEWEST_PAGES,
  );
}

interface Habit {
  readonly files: Set<string>;
  all: number;
  absent: number;
}

/** Where most links without an ending lead to no file, they are names of pages and not paths. */
function namesOfPages(
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

/** What a site serves from its top. */
const SERVED = /(^|\/)(?:assets|static|public)\/(.+)$/;

/** Pieces of pages: what their links start from is the page that takes them in. */
const INCLUDED = /(^|\/)_?(snippets?|includes?|partials?|fragments?)\//;

/** `a.html` where there is `a.md`: nobody reads these files as they are. */
function isRendered(workspace: Workspace, path: string): boolean {
  return path.endsWith(".html") && workspace.has(path.replace(/html$/, "md"));
}

/** Documents among the sources of a Rust crate become pages of rustdoc, and link to others of these. */
function isMade(workspace: Workspace, file: string, path: string): boolean {
  const sources = path.endsWith(".html") ? file.search(/(^|\/)src\//) : -1;
  const isInCrate = sources !== -1 && workspace.has(posix.join(file.slice(0, sources), "Cargo.toml"));
  return isInCrate || isRendered(workspace, path);
}

/** A site in `website/` is made of what lies in `docs/` beside it. */
function withPages(folder: string): readonly string[] {
  return /(^|\/)(website|site)$/.test(folder)
    ? [folder, posix.join(posix.dirname(folder), "docs")]
    : [folder];
}

/** What a site makes of a page has no ending; a README is read where it stands. */
function isPageName(file: string, path: string): boolean {
  return path !== "" && !/\.(md|mdx|markdown)$/i.test(path) && !/(^|\/)readme\.[^/]*$/i.test(file);
}

const PAGES = [".md", ".mdx", "/index.md", "/index.mdx"] as const;

/** Where pages are folders, `../other/` in `docs/page.md` is `docs/other.md`, and `../a.png` is `docs/a.png`. */
function asPage(file: string, path: string): string | undefined {
  if (path === "" || path.startsWith("/") || /\.(md|markdown)$/i.test(path)) return undefined;
  return posix.join(file.replace(/(^|\/)_?index(\.\w+)$|\.\w+$/, "$1"), path).replace(/\/$/, "");
}

/** What a translated page shows where there is no translation: `docs/de/a.md` of `docs/en/a.md`. */
function inEnglish(file: string, candidate: string): string | undefined {
  const names = file.split("/");
  const wanted = candidate.split("/");
  const at = names.findIndex((name, index) => {
    return /^[a-z]{2}([-_][A-Za-z]{2,4})?$/.test(name) && index < names.length - 1;
  });
  if (at === -1 || names.slice(0, at + 1).join("/") !== wanted.slice(0, at + 1).join("/")) return undefined;
  return wanted.with(at, "en").join("/");
}
