import { normalKey } from "../../config/normal-key.ts";
import { classifySecret } from "../../config/secrets/classify.ts";
import { createStages } from "../../config/stages.ts";
import { detectEnvironment } from "../../config/environments.ts";
import type { KeyRule } from "../../config/contract/types.ts";
import type { ConfigEntry } from "../../model/config-entry.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { JsonValue } from "../../model/json.ts";
import type { ResourcePriority } from "../../model/resource-values.ts";
import { toTimestamp } from "../../model/time.ts";
import { updateStoredConfiguration, type StoredValue } from "../../state/stored-configuration.ts";
import type { Session } from "../session.ts";
import type { SetOptions } from "../types.ts";
import { readConfiguration, readContract } from "./read.ts";

const PRIORITIES = ["critical", "high", "medium", "low", "default"] as const;

/** One value that is to be kept. */
export interface ValueToSet {
  readonly key: string;
  readonly value: JsonValue;
}

/** Keeps values, all or none; gives them as they are listed from now on. */
export async function setValues(
  session: Session,
  values: readonly ValueToSet[],
  options: SetOptions,
): Promise<readonly ConfigEntry[]> {
  const place = await readPlace(session, options);
  const { rules } = await readContract(session);
  for (const value of values) checkValue(value, rules, place.environment);
  const isSecret = ({ key, value }: ValueToSet) => {
    const isSensitive = rules.some((rule) => rule.isSensitive && normalKey(rule.key) === normalKey(key));
    return options.isSecret === true || classifySecret(key, value, isSensitive) !== undefined;
  };
  const added = values.map((value) => ({ stored: { ...value, ...place }, isSecret: isSecret(value) }));
  const names = new Set(values.map(({ key }) => normalKey(key)));
  const isReplaced = (stored: StoredValue) =>
    names.has(normalKey(stored.key)) &&
    stored.environment === place.environment &&
    stored.scope === place.scope;
  await updateStoredConfiguration(session.state, ({ plain, secrets }) => ({
    plain: merge(
      plain,
      isReplaced,
      added.filter((one) => !one.isSecret),
    ),
    secrets: merge(
      secrets,
      isReplaced,
      added.filter((one) => one.isSecret),
    ),
  }));
  const { entries } = await readConfiguration(session);
  return entries.filter(
    ({ key, layer, environment, scope }) =>
      layer === "set" &&
      names.has(normalKey(key)) &&
      environment === place.environment &&
      scope === place.scope,
  );
}

/** Forgets what was set under a key; gives how many values went. */
export async function unsetValue(
  session: Session,
  key: string,
  { environment, scope }: Pick<SetOptions, "environment" | "scope">,
): Promise<number> {
  const { config } = await session.loadConfig();
  const stages = await createStages(config.configuration?.environments);
  const named = environment === undefined ? undefined : stages.nameOf(environment);
  let count = 0;
  const keep = (stored: StoredValue) => {
    const isMeant =
      normalKey(stored.key) === normalKey(key) &&
      (named === undefined || stored.environment === named) &&
      (scope === undefined || stored.scope === scope);
    if (isMeant) count += 1;
    return !isMeant;
  };
  await updateStoredConfiguration(session.state, ({ plain, secrets }) => ({
    plain: plain.filter(keep),
    secrets: secrets.filter(keep),
  }));
  return count;
}

async function readPlace(
  session: Session,
  { environment, scope, priority }: SetOptions,
): Promise<Omit<StoredValue, "key" | "value">> {
  const { config } = await session.loadConfig();
  const stages = await createStages(config.configuration?.environments);
  const { clock, host } = session.platform;
  const named = detectEnvironment(host.env, environment ?? session.environment.environment).environment;
  return {
    environment: stages.nameOf(named),
    scope: readScope(scope ?? "."),
    priority: readPriority(priority ?? 2),
    setAt: toTimestamp(clock.now()),
  };
}

function readScope(scope: string): string {
  const bare = scope
    .replaceAll("\\", "/")
    .replace(/^\.\/(?=.)/, "")
    .replace(/(?<=.)\/$/, "");
  if (bare !== "" && !bare.startsWith("/") && !bare.split("/").includes("..")) return bare;
  throw new OrchestraError("USAGE", `${JSON.stringify(scope)} is no folder of the project`, {
    hint: "--scope names a folder relative to the root, such as apps/web.",
  });
}

/** 0 … 4, or the guide's name for it. Throws `USAGE`. */
function readPriority(priority: NonNullable<SetOptions["priority"]>): ResourcePriority {
  if (typeof priority === "number") return priority;
  const at = PRIORITIES.findIndex((name, index) => priority === name || priority === String(index));
  if (at === 0 || at === 1 || at === 2 || at === 3 || at === 4) return at;
  throw new OrchestraError("USAGE", `no priority is called ${JSON.stringify(priority)}`, {
    hint: `There are: ${PRIORITIES.join(", ")}, or 0 to 4.`,
  });
}

function checkValue({ key, value }: ValueToSet, rules: readonly KeyRule[], environment: string): void {
  if (!/^[^\s=\p{Cc}]{1,256}$/u.test(key)) {
    throw new OrchestraError("USAGE", `${JSON.stringify(key.slice(0, 80))} cannot be a key`, {
      hint: "A key has no spaces and no =: DATABASE_URL, database.url.",
    });
  }
  for (const rule of rules) {
    if (normalKey(rule.key) !== normalKey(key)) continue;
    const fault = rule.check?.(value, environment);
    if (fault === undefined) continue;
    const isSecret = rule.isSensitive || classifySecret(key, value, false) !== undefined;
    const says = isSecret ? "is not what is asked for" : fault.message;
    throw new OrchestraError("CONFIG_VALUE_INVALID", `${key} ${says}; nothing was set`, {
      file: rule.file,
      ...(rule.line === undefined ? {} : { line: rule.line }),
      hint: `It is asked for by ${rule.file}${rule.line === undefined ? "" : `:${rule.line}`}.`,
    });
  }
}

function merge(
  before: readonly StoredValue[],
  isReplaced: (stored: StoredValue) => boolean,
  added: readonly { readonly stored: StoredValue }[],
): readonly StoredValue[] {
  const byKey = new Map(added.map(({ stored }) => [normalKey(stored.key), stored]));
  return [...before.filter((stored) => !isReplaced(stored)), ...byKey.values()].toSorted(compareStored);
}

function compareStored(a: StoredValue, b: StoredValue): number {
  const [first, second] = [a, b].map(({ key, environment, scope }) => `${key}\n${environment}\n${scope}`);
  return (first ?? "") < (second ?? "") ? -1 : 1;
}
