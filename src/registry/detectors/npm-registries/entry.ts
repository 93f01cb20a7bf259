import { hostAndPath } from "../../clean-url.ts";
import { referencedVariable } from "../../credentials/variable-reference.ts";

/** A login to a package registry without its secret. */
export interface RegistryEntry {
  /** Host and path: `npm.pkg.github.com`. */
  readonly registry: string;
  readonly line: number;
  readonly kind: "token" | "basic";
  /** The variable that the secret comes from, when it does not stand in the file. */
  readonly reference: string | undefined;
}

/** An entry for a setting and its value; undefined when the value is empty. */
export function createEntry(
  registry: string,
  setting: { readonly line: number; readonly kind: RegistryEntry["kind"]; readonly value: string },
): RegistryEntry | undefined {
  const place = hostAndPath(registry);
  if (place === "" || setting.value.trim() === "") return undefined;
  return {
    registry: place,
    line: setting.line,
    kind: setting.kind,
    reference: referencedVariable(setting.value),
  };
}

/** One entry a registry: of several settings for it, the token counts. */
export function oneEach(entries: readonly RegistryEntry[]): readonly RegistryEntry[] {
  const chosen = new Map<string, RegistryEntry>();
  for (const entry of entries) {
    const before = chosen.get(entry.registry);
    if (before === undefined || (before.kind === "basic" && entry.kind === "token"))
      chosen.set(entry.registry, entry);
  }
  return [...chosen.values()];
}
