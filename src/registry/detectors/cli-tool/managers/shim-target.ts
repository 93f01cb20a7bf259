/** What a version manager's stand-in for a program comes to, from here. */
export type ShimTarget =
  /** It starts this program; `version` where the manager's own folders tell the tool's. */
  | { readonly kind: "program"; readonly path: string; readonly version?: string | undefined }
  | { readonly kind: "version"; readonly version: string }
  /** It steps aside for the next program on PATH. */
  | { readonly kind: "next" }
  | { readonly kind: "broken"; readonly reason: string }
  /** The manager's folders do not tell. */
  | { readonly kind: "undecided" };

/** A name of a version that came out of a file and is about to become part of a path. */
export function isVersionName(name: string): boolean {
  return /^[A-Za-z0-9][\w.+@-]{0,63}$/.test(name) && !name.includes("..");
}

/** The version in the name of an installed version's folder: `3.12.1`, `v20.11.0`. */
export function plainVersion(name: string): string | undefined {
  return /^v?(\d+(?:\.\d+)+[-\w.+]*)$/.exec(name)?.[1];
}

/** The installed version that a wish such as `3.12` or `20` comes to: itself, else the highest below it. */
export function matchVersion(wish: string, installed: readonly string[]): string | undefined {
  if (installed.includes(wish)) return wish;
  return installed
    .filter((name) => name.startsWith(`${wish}.`))
    .toSorted(compareVersions)
    .at(-1);
}

/** Orders versions by their numbers; those with more to say come later. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split(/[^0-9]+/).map(Number));
  const length = Math.max(left?.length ?? 0, right?.length ?? 0);
  for (let index = 0; index < length; index++) {
    const difference = (left?.[index] ?? -1) - (right?.[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
