const TESTS = new Map<string, RegExp>();

/** True where a single name is what a pattern says: `*` stands for anything, `?` for one character, `%` for digits. */
export function matchesName(pattern: string, name: string): boolean {
  if (!/[*?%]/.test(pattern)) return pattern === name;
  return testOf(pattern).test(name);
}

/** What the `*` of a pattern that ends a name leaves over: of `*.orig` and `a.c.orig`, `a.c`. */
export function stemOf(patterns: readonly string[], name: string): string | undefined {
  const ending = patterns.find((pattern) => pattern.startsWith("*") && matchesName(pattern, name));
  return ending === undefined ? undefined : name.slice(0, name.length - (ending.length - 1));
}

function testOf(pattern: string): RegExp {
  const known = TESTS.get(pattern);
  if (known !== undefined) return known;
  const source = pattern
    .replaceAll(/[\\^$.|+()[\]{}]/g, "\\$&")
    .replaceAll("*", "[^/]*")
    .replaceAll("?", "[^/]")
    .replaceAll("%", "\\d+");
  const made = new RegExp(`^${source}$`, "s");
  TESTS.set(pattern, made);
  return made;
}
