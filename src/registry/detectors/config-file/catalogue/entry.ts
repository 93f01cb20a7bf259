/** One kind of configuration file and how its files are known, all in lower case. */
export interface CatalogueEntry {
  /** The tool that reads it. */
  readonly tool: string;
  readonly category: ConfigCategory;
  /** Exact base names. */
  readonly names: readonly string[];
  /** `dockerfile` takes `Dockerfile.dev`; the part before the first dot. */
  readonly stems: readonly string[];
  /** Last extensions: `.tfvars`. */
  readonly suffixes: readonly string[];
  /** What the lower-case path must match as well. */
  readonly path?: RegExp;
}

export type ConfigCategory =
  | "package_manager"
  | "language"
  | "ci"
  | "container"
  | "kubernetes"
  | "infrastructure"
  | "cloud"
  | "quality"
  | "build"
  | "test"
  | "editor"
  | "ai_assistant"
  | "environment"
  | "database"
  | "server"
  | "repository"
  | "documentation";

/** Names apart by blanks. */
export function names(category: ConfigCategory, tool: string, list: string): CatalogueEntry {
  return { tool, category, names: list.split(" "), stems: [], suffixes: [] };
}

/** Names apart by blanks that count only where the path matches. */
export function namesAt(
  category: ConfigCategory,
  tool: string,
  [path, list]: readonly [RegExp, string],
): CatalogueEntry {
  return { ...names(category, tool, list), path };
}

/** Stems apart by blanks: `webpack.config` is none, `vite` takes `vite.config.ts` where the path matches. */
export function stems(
  category: ConfigCategory,
  tool: string,
  [list, path]: readonly [string, RegExp],
): CatalogueEntry {
  return { tool, category, names: [], stems: list.split(" "), suffixes: [], path };
}

/** Extensions apart by blanks, where the path matches. */
export function suffixes(
  category: ConfigCategory,
  tool: string,
  [list, path]: readonly [string, RegExp],
): CatalogueEntry {
  return { tool, category, names: [], stems: [], suffixes: list.split(" "), path };
}
