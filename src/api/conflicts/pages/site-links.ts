/**
 * Tells of a link on a page whether a generator may resolve it by rules of its own. The files of the sites are asked
 * for when the first link to a page is not plain.
 */
export function linksOfSites(listFiles: () => readonly string[]): (target: string) => boolean {
  let pages: ReadonlySet<string> | undefined;
  const isEnd = (target: string) => {
    pages ??= new Set(listFiles().flatMap((path) => (PAGE.test(path) ? ends(path) : [])));
    return pages.has(target.replace(/^(\.{0,2}\/)+/, ""));
  };
  return (target) => isNameOfCode(target) || MADE.test(target) || (PAGE.test(target) && isEnd(target));
}

const PAGE = /\.mdx?$/;

/** `a/b/c.md`, `b/c.md`, `c.md`: a generator may begin at the top of the site, or at the folder of a page. */
function ends(path: string): readonly string[] {
  const names = path.split("/");
  return names.map((_, at) => names.slice(at).join("/"));
}

/** Sphinx links `oven.bread.Rye` to what it says of that class; a file has an ending that files have. */
function isNameOfCode(path: string): boolean {
  return (
    /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)+$/.test(path) &&
    !/\.(mdx?|markdown|rst|html?|txt|csv|json|ya?ml|toml|xml|pdf|zip|png|jpe?g|gif|svg|webp|ico|mp4|webm|ipynb|py|[cm]?[jt]sx?|sh|go|rs|java|kt|cs|rb|php|c|h|cpp|sql|css|scss|tf|proto|lock|cfg|ini|conf|env)$/i.test(
      path,
    )
  );
}

/** What sites make for machines that read. */
const MADE = /\.html\.md$|(^|\/)llms(-\w+)?\.txt$/;
