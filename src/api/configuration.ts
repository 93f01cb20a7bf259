import { detectEnvironment } from "../config/environments.ts";
import { collectEntries } from "../config/collect.ts";
import { explainKey, type Explanation } from "../config/explain.ts";
import { groupByKey, normalKey } from "../config/normal-key.ts";
import { validateEntries } from "../config/validate.ts";
import { CONFIG_SOURCE_KINDS, type ConfigEntry } from "../model/config-entry.ts";
import { OrchestraError } from "../model/errors.ts";
import { stageOf } from "../model/stages.ts";
import { readFingerprintKey } from "../state/fingerprint-key.ts";
import { openWorkspace } from "../workspace/open-workspace.ts";
import type { Notes, Session } from "./session.ts";
import type { ConfigDifference, ConfigFilter, ConfigReport } from "./types.ts";

/** Every value that process and files hold, and what went wrong on the way. */
export interface ReadConfiguration {
  readonly entries: readonly ConfigEntry[];
  readonly notes: Notes;
}

/** Reads the whole configuration, afresh. */
export async function readConfiguration(session: Session): Promise<ReadConfiguration> {
  const { platform, root } = session;
  const loaded = await session.loadConfig();
  const workspace = await openWorkspace(platform, { root, ignore: loaded.config.ignore });
  const key = readFingerprintKey(platform);
  const entries = await collectEntries({
    workspace,
    env: platform.host.env,
    environment: detectEnvironment(platform.host.env).environment,
    fingerprint: (secret) => platform.hash.hmacSha256(key, secret).slice(0, 16),
  });
  const diagnostics = [...loaded.diagnostics, ...workspace.diagnostics];
  return { entries, notes: { diagnostics, failures: [] } };
}

/** The entries that every given condition admits. Throws `USAGE` for a source that does not exist. */
export function filterEntries(entries: readonly ConfigEntry[], filter: ConfigFilter): readonly ConfigEntry[] {
  const { source, prefix, scope } = filter;
  const kinds: readonly string[] = CONFIG_SOURCE_KINDS;
  if (source !== undefined && !kinds.includes(source)) {
    throw new OrchestraError("USAGE", `no source of configuration is called ${JSON.stringify(source)}`, {
      hint: `There are: ${kinds.join(", ")}.`,
    });
  }
  const environment = filter.environment === undefined ? undefined : environmentNamed(filter.environment);
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
  entries: readonly ConfigEntry[],
  key: string,
  asked: { readonly environment: string; readonly scope?: string | undefined },
): Explanation {
  const environment = environmentNamed(asked.environment);
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

/** Everything that was read, and what is wrong with it for an environment. */
export function validateIn(entries: readonly ConfigEntry[], environment: string): ConfigReport {
  return { entries, ...validateEntries(entries, { environment: environmentNamed(environment) }) };
}

/** Keys whose value is not the same in two environments, by key. */
export function diffEnvironments(
  entries: readonly ConfigEntry[],
  environments: readonly [string, string],
): readonly ConfigDifference[] {
  const [first, second] = environments.map(environmentNamed);
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

/** `prod` → `production`; any other name is itself. */
function environmentNamed(name: string): string {
  return stageOf(name) ?? name;
}
