import { explainKey, type Explanation } from "../../config/explain.ts";
import { groupByKey, normalKey } from "../../config/normal-key.ts";
import type { Stages } from "../../config/stages.ts";
import { CONFIG_SOURCE_KINDS, type ConfigEntry } from "../../model/config-entry.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { ConfigDifference, ConfigFilter } from "../types.ts";

/** What questions are asked of. */
export interface Answerable {
  readonly entries: readonly ConfigEntry[];
  readonly stages: Stages;
}

/** The entries that every given condition admits. Throws `USAGE` for a source that does not exist. */
export function filterEntries({ entries, stages }: Answerable, filter: ConfigFilter): readonly ConfigEntry[] {
  const { source, prefix, scope } = filter;
  const kinds: readonly string[] = CONFIG_SOURCE_KINDS;
  if (source !== undefined && !kinds.includes(source)) {
    throw new OrchestraError("USAGE", `no source of configuration is called ${JSON.stringify(source)}`, {
      hint: `There are: ${kinds.join(", ")}.`,
    });
  }
  const environment = filter.environment === undefined ? undefined : stages.nameOf(filter.environment);
  const start = prefix === undefined ? "" : normalKey(prefix);
  return entries.filter(
    (entry) =>
      (environment === undefined || entry.environment === environment || entry.environment === "all") &&
      (source === undefined || entry.source.kind === source) &&
      (scope === undefined || entry.scope === scope) &&
      normalKey(entry.key).startsWith(start),
  );
}

/** Which value of a key holds, for the environment of the session and a folder. Throws `CONFIG_KEY_NOT_FOUND`. */
export function explainIn(
  { entries, stages }: Answerable,
  key: string,
  asked: { readonly environment: string; readonly scope?: string | undefined },
): Explanation {
  const environment = stages.nameOf(asked.environment);
  const explained = explainKey(entries, key, { environment, scope: asked.scope ?? "." });
  if (explained.candidates.length > 0) return explained;
  const [only, second] = explained.otherScopes;
  if (asked.scope === undefined && only !== undefined && second === undefined)
    return explainKey(entries, key, { environment, scope: only });
  throw new OrchestraError(
    "CONFIG_KEY_NOT_FOUND",
    `nothing sets ${JSON.stringify(key)} for ${environment} here`,
    {
      hint:
        only === undefined
          ? "`orchestra config list --prefix` shows the keys that there are."
          : `These folders have it for themselves: ${explained.otherScopes.join(", ")}; choose one with --scope.`,
    },
  );
}

/** Keys whose value is not the same in two environments, by key. */
export function diffEnvironments(
  { entries, stages }: Answerable,
  environments: readonly [string, string],
): readonly ConfigDifference[] {
  const [first, second] = environments.map(stages.nameOf);
  return [...groupByKey(entries).values()]
    .flatMap((named) => [...new Map(named.map((entry) => [entry.scope, { ...entry, named }])).values()])
    .flatMap(({ key, scope, named }): readonly ConfigDifference[] => {
      const holds = (environment = "all") => explainKey(named, key, { environment, scope }).winner;
      const [before, after] = [holds(first), holds(second)];
      if (before === after || valueText(before) === valueText(after)) return [];
      return [{ key, scope, ...(before && { before }), ...(after && { after }) }];
    })
    .toSorted((a, b) => (`${a.scope}\n${a.key}` < `${b.scope}\n${b.key}` ? -1 : 1));
}

function valueText(entry: ConfigEntry | undefined): string | undefined {
  if (entry === undefined) return undefined;
  return entry.secret?.fingerprint ?? JSON.stringify(entry.value);
}
