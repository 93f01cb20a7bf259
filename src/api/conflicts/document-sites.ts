import { posix } from "node:path";
import type { FileReference } from "../../workspace/references/types.ts";
import type { Workspace } from "../../workspace/types.ts";

/** Trees of Markdown that a generator turns into a site, with addresses of its own. */
export interface DocumentSites {
  readonly isIn: (file: string) => boolean;
  /** False for a link that the generator may well resolve. */
  readonly mayBreak: (file: string, reference: FileReference) => boolean;
}

const MARKS =
  /(^|\/)(mkdocs\.ya?ml|docusaurus\.config\.\w+|siteConfig\.js|astro\.config\.\w+|_config\.ya?ml|hugo\.(toml|ya?ml|json)|book\.toml|antora\.ya?ml|mint\.json|docs\.json|_quarto\.yml|gatsby-config\.\w+|eleventy\.config\.\w+|\.eleventy\.js|sidebars\.\w+|_sidebar\.md|conf\.py|rspress\.config\.\w+|zensical\.toml)$|(^|\/)(\.vitepress|\.vuepress)\//;

/** Finds the sites of a tree by the settings of their generators. */
export function createDocumentSites(workspace: Workspace): DocumentSites {
  const folders = new Set(
    workspace.files.flatMap(({ path }) => {
      const match = MARKS.exec(path);
      return match === null
        ? []
        : withPages(posix.dirname(`./${path.slice(0, match.index)}/x`).replace(/^\.\/?/, ""));
    }),
  );
  const isIn = (file: string) => {
    if (folders.size === 0) return false;
    for (let folder = posix.dirname(file); ; folder = posix.dirname(folder)) {
      if (folders.has(folder === "." ? "" : folder)) return true;
      if (folder === ".") return false;
    }
  };
  return {
    isIn,
    mayBreak: (file, { target, candidates: [resolved = ""] }) => {
      const path = target.replace(/[?#].*$/s, "");
      const isFile = /\.\w{1,5}$/.test(path);
      if (path.startsWith("/"))
        return isFile && !isIn(file) && workspace.has(path.slice(1).split("/")[0] ?? "");
      if (isFallback(workspace, file, resolved)) return false;
      return !isIn(file) || (isFile && !/\.html?$/i.test(path) && !file.endsWith(".mdx"));
    },
  };
}

/** A site in `website/` is made of what lies in `docs/` beside it. */
function withPages(folder: string): readonly string[] {
  return /(^|\/)(website|site)$/.test(folder)
    ? [folder, posix.join(posix.dirname(folder), "docs")]
    : [folder];
}

const LANGUAGE = /^[a-z]{2}([-_][A-Za-z]{2,4})?$/;

/** A page that is not translated yet is shown in English. */
function isFallback(workspace: Workspace, file: string, target: string): boolean {
  const from = file.split("/").slice(0, -1);
  const to = target.split("/");
  return from.some(
    (name, at) =>
      LANGUAGE.test(name) &&
      to[at] === name &&
      ORIGINALS.some((original) => original !== name && workspace.has(to.with(at, original).join("/"))),
  );
}

const ORIGINALS = ["en", "en-US", "en-us", "en_US"] as const;
