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
  /(^|\/)(mkdocs\.ya?ml|docusaurus\.config\.\w+|astro\.config\.\w+|_config\.ya?ml|hugo\.(toml|ya?ml|json)|book\.toml|antora\.ya?ml|mint\.json|docs\.json|_quarto\.yml|gatsby-config\.\w+|eleventy\.config\.\w+|\.eleventy\.js|sidebars\.\w+|_sidebar\.md|conf\.py|rspress\.config\.\w+|zensical\.toml)$|(^|\/)(\.vitepress|\.vuepress)\//;

/** Finds the sites of a tree by the settings of their generators. */
export function createDocumentSites(workspace: Workspace): DocumentSites {
  const folders = new Set(
    workspace.files.flatMap(({ path }) => {
      const match = MARKS.exec(path);
      return match === null ? [] : [posix.dirname(`./${path.slice(0, match.index)}/x`).replace(/^\.\/?/, "")];
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
    mayBreak: (file, { target }) => {
      const path = target.replace(/[?#].*$/s, "");
      if (path.startsWith("/")) return !isIn(file) && workspace.has(path.slice(1).split("/")[0] ?? "");
      return !isIn(file) || (/\.\w{1,5}$/.test(path) && !/\.html?$/i.test(path) && !file.endsWith(".mdx"));
    },
  };
}
