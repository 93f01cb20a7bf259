import { posix } from "node:path";
import type { FileReference } from "../../../workspace/references/types.ts";
import type { Workspace } from "../../../workspace/types.ts";
import { isRendered } from "./page-addresses.ts";

const MARKS =
  /(^|\/)(mkdocs\.ya?ml|docusaurus\.config\.\w+|siteConfig\.js|astro\.config\.\w+|_config\.ya?ml|hugo\.(toml|ya?ml|json)|book\.toml|antora\.ya?ml|mint\.json|docs\.json|_quarto\.yml|gatsby-config\.\w+|eleventy\.config\.\w+|\.eleventy\.js|sidebars\.\w+|_[sS]idebar\.md|_index\.md|conf\.py|rspress\.config\.\w+|zensical\.toml)$|(^|\/)(\.vitepress|\.vuepress)\//;

/** Folders whose pages are read on a site, and not where they stand. */
export function foldersOfSites(
  workspace: Workspace,
  references: readonly (readonly [file: string, reference: FileReference])[],
): ReadonlySet<string> {
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
  return new Set([
    ...marked,
    ...rendered,
    ...builtByFrameworks(workspace),
    ...madeByHugo(workspace),
    ...numbered(workspace),
    ...inVariants(workspace),
  ]);
}

/** A site in `website/` is made of what lies in `docs/` beside it. */
function withPages(folder: string): readonly string[] {
  return /(^|\/)(website|site)$/.test(folder)
    ? [folder, posix.join(posix.dirname(folder), "docs")]
    : [folder];
}

/** A folder for documents that is a program of its own. */
function builtByFrameworks({ files }: Workspace): readonly string[] {
  return files.flatMap(({ path }) =>
    !/\.config\.\w+$/.test(path)
      ? []
      : (/^(?:.*\/)?(?:docs?|documentation|website|site|www)(?=\/(?:next|nuxt|svelte|gatsby)\.config\.\w+$)/.exec(
          path,
        )?.[0] ?? []),
  );
}

/** Before it was called `hugo.toml`: settings beside the folders that Hugo looks for; or in its folder for settings. */
function madeByHugo(workspace: Workspace): readonly string[] {
  const bySettings = workspace.files
    .flatMap(({ path }) => IN_SETTINGS.exec(path)?.[1] ?? [])
    .map((folder) => `${folder}content`)
    .filter((folder) => workspace.has(folder));
  const byFolders = workspace.files
    .flatMap(({ path }) => /^((?:.*\/)?)config\.(?:toml|ya?ml)$/.exec(path)?.[1] ?? [])
    .filter((folder) => workspace.has(`${folder}content`))
    .filter((folder) => ["archetypes", "layouts", "themes"].some((name) => workspace.has(`${folder}${name}`)))
    .map((folder) => (folder === "" ? "content" : folder.slice(0, -1)));
  return [...bySettings, ...byFolders];
}

const IN_SETTINGS = /^((?:.*\/)?)config\/_default\/(?:hugo|config)\.(?:toml|ya?ml|json)$/;

/** `20-core/10-routing.md`: the numbers are for the order alone, and no part of an address. */
function numbered({ files }: Workspace): readonly string[] {
  const pages = new Map<string, number>();
  for (const { path } of files) {
    if (!/\/\d{1,3}-[^/]+\.mdx?$/.test(path)) continue;
    const folder = /^(?:(.*?)\/)?\d{1,3}-[^/]+\/\d{1,3}-[^/]+\.mdx?$/.exec(path)?.[1];
    if (folder !== undefined) pages.set(folder, (pages.get(folder) ?? 0) + 1);
  }
  return [...pages].filter(([, count]) => count >= FEWEST_PAGES).map(([folder]) => folder);
}

const FEWEST_PAGES = 3;

/** `intro.md` is shown to readers of one language: `intro-java.md`. */
const LANGUAGES = ["js", "ts", "java", "python", "csharp", "dotnet", "go", "ruby", "php", "rust"] as const;
export const VARIANTS = LANGUAGES.map((language) => `-${language}.md`);
const VARIANT = new RegExp(`^(.+)-(?:${LANGUAGES.join("|")})\\.md$`);

/** Folders in which pages are written once for each language of readers. */
function inVariants({ files }: Workspace): readonly string[] {
  const stems = new Map<string, number>();
  for (const { path } of files) {
    const stem = path.endsWith(".md") ? VARIANT.exec(path)?.[1] : undefined;
    if (stem !== undefined) stems.set(stem, (stems.get(stem) ?? 0) + 1);
  }
  const folders = [...stems].filter(([, count]) => count > 1).map(([stem]) => posix.dirname(stem));
  return [...new Set(folders)].filter(
    (folder) => folders.filter((one) => one === folder).length >= FEWEST_PAGES,
  );
}
