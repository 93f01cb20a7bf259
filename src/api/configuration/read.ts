import { collectEntries, sortEntries, toEntry } from "../../config/collect.ts";
import { readEnvSchemas } from "../../config/contract/env-schema.ts";
import { readSettingsContract } from "../../config/contract/settings.ts";
import type { Contract } from "../../config/contract/types.ts";
import { detectEnvironment } from "../../config/environments.ts";
import { createFindSource } from "../../config/find-source.ts";
import { isKeptFile } from "../../config/kept-file.ts";
import { normalKey } from "../../config/normal-key.ts";
import type { KeptFile } from "../../config/read-files.ts";
import { readValue } from "../../config/reveal.ts";
import { classifySecret } from "../../config/secrets/classify.ts";
import { createStages } from "../../config/stages.ts";
import { secretFacts, stripValue, type StripOptions } from "../../config/strip.ts";
import type { ConfigEntry } from "../../model/config-entry.ts";
import type { JsonValue } from "../../model/json.ts";
import { BUILD } from "../../model/version.ts";
import { readFingerprintKey } from "../../state/fingerprint-key.ts";
import { openKeyedCache } from "../../state/keyed-cache.ts";
import { hasFolder } from "../../state/state-folder.ts";
import {
  PLAIN_VALUES_FILE,
  readStoredConfiguration,
  type StoredConfiguration,
  type StoredValue,
} from "../../state/stored-configuration.ts";
import type { Notes, Session } from "../session.ts";
import type { Answerable } from "./answers.ts";

/** Every value there is, what is asked of it, and what went wrong on the way. */
export interface ReadConfiguration extends Answerable, Contract {
  /** The value of an entry, of a secret too. */
  readonly valueOf: (entry: ConfigEntry) => Promise<JsonValue | undefined>;
  readonly notes: Notes;
}

export interface ReadOptions {
  /** Lays `.orchestra/` to keep what was taken out of files, where it is not there yet. */
  readonly keep?: boolean;
}

/** Reads the whole configuration; a file that did not change since the last time is not opened again. */
export async function readConfiguration(
  session: Session,
  { keep = false }: ReadOptions = {},
): Promise<ReadConfiguration> {
  const { platform, state, overrides } = session;
  const loaded = await session.loadConfig();
  const workspace = await session.openTree();
  const contract = await readContract(session);
  const strip = createStripping(session, contract);
  const { configuration } = loaded.config;
  const stages = await createStages(configuration?.environments);
  const cache = openKeyedCache<KeptFile>(state, {
    name: "configuration.json",
    key: [BUILD, strip.fingerprint("cache"), ...strip.sensitiveKeys].join(" "),
    isValid: isKeptFile,
  });
  const { environment } = detectEnvironment(platform.host.env);
  const collected = await collectEntries({
    workspace,
    env: platform.host.env,
    environment,
    findSource: await createFindSource(configuration?.files),
    stages,
    cache,
    ...strip,
  });
  if (keep || hasFolder(state)) cache.save();
  const stored = readStoredConfiguration(state);
  const given = Object.entries(overrides).map(([key, value]) =>
    toEntry(stripValue({ key, value, line: 1, column: 1 }, "command_line", strip), {
      environment: session.environment.environment,
      scope: ".",
      layer: "command_line",
      source: { kind: "command_line" },
    }),
  );
  const entries = sortEntries([...collected.entries, ...storedEntries(stored, strip), ...given]);
  const { host } = platform;
  return {
    entries,
    stages,
    ...contract,
    valueOf: async (entry) => {
      if (entry.source.kind === "set") return findStored(stored, entry)?.value;
      if (entry.source.kind === "command_line") return overrides[entry.key];
      return readValue(entry, { workspace, env: host.env });
    },
    notes: {
      diagnostics: [...loaded.diagnostics, ...collected.diagnostics, ...stored.diagnostics],
      failures: [],
    },
  };
}

/** What the project's settings and its `.env.schema` files ask for. */
export async function readContract(session: Session): Promise<Contract> {
  const loaded = await session.loadConfig();
  const { rules, jsonSchema } = await readSettingsContract(loaded, session.platform.patterns);
  return { rules: [...rules, ...(await readEnvSchemas(await session.openTree()))], jsonSchema };
}

interface Stripping extends StripOptions {
  readonly sensitiveKeys: ReadonlySet<string>;
}

function createStripping({ platform }: Session, { rules }: Contract): Stripping {
  const key = readFingerprintKey(platform);
  const sensitiveKeys = new Set(
    rules.filter(({ isSensitive }) => isSensitive).map((rule) => normalKey(rule.key)),
  );
  return {
    sensitiveKeys,
    isSensitive: (name) => sensitiveKeys.has(normalKey(name)),
    fingerprint: (secret) => platform.hash.hmacSha256(key, secret).slice(0, 16),
  };
}

function storedEntries({ plain, secrets }: StoredConfiguration, strip: Stripping): readonly ConfigEntry[] {
  return [
    ...plain.map((stored) =>
      toEntry(
        stripValue({ key: stored.key, value: stored.value, line: 1, column: 1 }, "set", strip),
        placeOf(stored, false),
      ),
    ),
    ...secrets.map((stored) => {
      const kind = classifySecret(stored.key, stored.value, strip.isSensitive(stored.key)) ?? "set_as_secret";
      const secret = secretFacts(stored.value, kind, strip.fingerprint);
      return toEntry({ key: stored.key, secret }, placeOf(stored, true));
    }),
  ];
}

function placeOf({ environment, scope, priority }: StoredValue, isSecret: boolean) {
  const source = { kind: "set", ...(isSecret ? {} : { file: PLAIN_VALUES_FILE }) } as const;
  return { environment, scope, priority, layer: "set", source } as const;
}

function findStored({ plain, secrets }: StoredConfiguration, entry: ConfigEntry): StoredValue | undefined {
  return [...plain, ...secrets].find(
    ({ key, environment, scope }) =>
      key === entry.key && environment === entry.environment && scope === entry.scope,
  );
}
