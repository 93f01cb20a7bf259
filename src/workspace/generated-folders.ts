/**
 * Folders that tools fill: their content is made or fetched, there is much of it, and it says nothing of the project.
 * They are not looked into where git ignores them or where there is no git; what git tracks is always listed.
 */
const GENERATED_FOLDERS = new Set([
  ".cache",
  ".dart_tool",
  ".eggs",
  ".git",
  ".gradle",
  ".hg",
  ".mypy_cache",
  ".next",
  ".nox",
  ".nuxt",
  ".nx",
  ".orchestra",
  ".output",
  ".parcel-cache",
  ".pnpm-store",
  ".pytest_cache",
  ".ruff_cache",
  ".svelte-kit",
  ".svn",
  ".terraform",
  ".terragrunt-cache",
  ".tox",
  ".turbo",
  ".venv",
  ".yarn",
  "__pycache__",
  "bower_components",
  "build",
  "coverage",
  "DerivedData",
  "dist",
  "htmlcov",
  "node_modules",
  "out",
  "Pods",
  "site-packages",
  "target",
  "third_party",
  "vendor",
  "venv",
]);

/** True for the name of a folder that is not looked into. */
export function isGeneratedFolder(name: string): boolean {
  return GENERATED_FOLDERS.has(name) || /\.egg-info$|^pkg-(web|node|deno|bundler)$/.test(name);
}
