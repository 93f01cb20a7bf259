import type { ConfigurationSettings } from "../model/project-config.ts";
import { createPathMatcher } from "../workspace/path-matcher.ts";
import { FILE_SOURCES } from "./sources/index.ts";
import type { FileSource } from "./sources/types.ts";

/** The source that reads a path; undefined for a file that is no configuration. */
export type FindSource = (path: string) => FileSource | undefined;

/** What every path of the catalogue holds: most files of a tree are told apart by this alone. */
const MAYBE = /\.(tf|tofu|tfvars|ya?ml|jsonc?|toml|ini|cfg|properties)$|env|\.dev\.vars/i;

/** The catalogue of the sources, with what `configuration.files` of the project's settings adds and takes away. */
export async function createFindSource(files?: ConfigurationSettings["files"]): Promise<FindSource> {
  const isIncluded = await createPathMatcher(files?.include ?? []);
  const isExcluded = await createPathMatcher(files?.exclude ?? []);
  return (path) => {
    if (isExcluded(path)) return undefined;
    const known = MAYBE.test(path) ? FILE_SOURCES.find(({ accepts }) => accepts(path)) : undefined;
    if (known !== undefined || !isIncluded(path)) return known;
    return FILE_SOURCES.find(({ canRead }) => canRead?.(path) === true);
  };
}
