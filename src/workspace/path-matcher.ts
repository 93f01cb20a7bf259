/** Makes a test for relative paths of glob patterns; `docs/` and `docs` take everything below the folder too. */
export async function createPathMatcher(patterns: readonly string[]): Promise<(path: string) => boolean> {
  if (patterns.length === 0) return () => false;
  const { default: picomatch } = await import("picomatch");
  const globs = patterns.flatMap((pattern) => {
    const bare = pattern.replace(/^\.?\//, "").replace(/\/$/, "");
    return [bare, `${bare}/**`];
  });
  return picomatch(globs, { dot: true });
}
