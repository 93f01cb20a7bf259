import type { ConfigEntry } from "../model/config-entry.ts";
import type { EnvironmentName } from "../model/resource-values.ts";
import { explainKey } from "./explain.ts";
import { groupByKey, normalKey } from "./normal-key.ts";

export interface EffectiveOptions {
  readonly environment: EnvironmentName;
  /** Folder, relative to the root. */
  readonly scope: string;
  /** Begin of the key, in any spelling. */
  readonly prefix?: string | undefined;
}

/**
 * What holds for an environment and a folder, one entry a key, by key. A variable of the process counts where some file
 * or `config set` names it too: of the rest nobody knows that it is meant.
 */
export function effectiveEntries(
  entries: readonly ConfigEntry[],
  { environment, scope, prefix }: EffectiveOptions,
): readonly ConfigEntry[] {
  const start = prefix === undefined ? "" : normalKey(prefix);
  return [...groupByKey(entries)]
    .flatMap(([name, named]) => {
      const isMeant = named.some(({ source }) => source.kind !== "environment");
      if (!isMeant || !name.startsWith(start)) return [];
      const { winner, candidates } = explainKey(named, named[0]?.key ?? name, { environment, scope });
      const written = candidates.find(({ entry }) => entry.source.kind !== "environment")?.entry.key;
      return winner === undefined ? [] : [{ ...winner, key: written ?? winner.key }];
    })
    .toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
}
