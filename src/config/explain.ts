import { CONFIG_LAYERS, type ConfigEntry } from "../model/config-entry.ts";
import type { EnvironmentName } from "../model/resource-values.ts";
import { normalKey } from "./normal-key.ts";

/** A value that could hold, and why it does or does not. */
export interface ConfigCandidate {
  readonly entry: ConfigEntry;
  /** One sentence. */
  readonly reason: string;
}

export interface Explanation {
  readonly key: string;
  readonly environment: EnvironmentName;
  readonly scope: string;
  /** Undefined where nothing holds, or where two places on one level disagree. */
  readonly winner: ConfigEntry | undefined;
  /** In order of precedence. */
  readonly candidates: readonly ConfigCandidate[];
  /** Other folders that have the key for themselves. */
  readonly otherScopes: readonly string[];
}

export interface ExplainOptions {
  readonly environment: EnvironmentName;
  /** Folder for which the value is asked; files of its parents count, those of its siblings do not. */
  readonly scope: string;
}

/** Says which value of a key holds in an environment, and what every other one lost to. */
export function explainKey(
  entries: readonly ConfigEntry[],
  key: string,
  options: ExplainOptions,
): Explanation {
  const wanted = normalKey(key);
  const named = entries.filter(
    (entry) =>
      normalKey(entry.key) === wanted &&
      (entry.environment === options.environment || entry.environment === "all"),
  );
  const inScope = named.filter((entry) => isAbove(entry.scope, options.scope)).toSorted(compare);
  const [first, second] = inScope.filter((entry) => canHold(entry, options.environment));
  const isTie =
    first !== undefined && second !== undefined && rank(first, second) === 0 && !isSame(first, second);
  return {
    key,
    environment: options.environment,
    scope: options.scope,
    winner: isTie ? undefined : first,
    candidates: inScope.map((entry) => ({
      entry,
      reason: reasonOf(entry, { first, isTie, environment: options.environment }),
    })),
    otherScopes: [
      ...new Set(named.filter((entry) => !inScope.includes(entry)).map(({ scope }) => scope)),
    ].toSorted(),
  };
}

/** Below zero when `a` holds before `b`: layer, nearer folder, named environment before `all`, priority. */
function rank(a: ConfigEntry, b: ConfigEntry): number {
  return (
    CONFIG_LAYERS.indexOf(a.layer) - CONFIG_LAYERS.indexOf(b.layer) ||
    depth(b.scope) - depth(a.scope) ||
    Number(a.environment === "all") - Number(b.environment === "all") ||
    a.priority - b.priority ||
    compareAutoFiles(a, b)
  );
}

/** Of Terraform's `*.auto.tfvars` the one that comes last by name holds. */
function compareAutoFiles(a: ConfigEntry, b: ConfigEntry): number {
  if (a.layer !== "terraform_auto_tfvars") return 0;
  const [fileA, fileB] = [a.source.file ?? "", b.source.file ?? ""];
  if (fileA === fileB) return 0;
  return fileA > fileB ? -1 : 1;
}

function compare(a: ConfigEntry, b: ConfigEntry): number {
  const byRank = rank(a, b);
  if (byRank !== 0) return byRank;
  const byFile = (a.source.file ?? "") < (b.source.file ?? "") ? -1 : Number(a.source.file !== b.source.file);
  return byFile || (b.source.line ?? 0) - (a.source.line ?? 0);
}

/** Neither a template nor a variable without a default gives a value; tests are to be the same for everyone. */
function canHold({ layer, isUnset }: ConfigEntry, environment: EnvironmentName): boolean {
  if (layer === "dotenv_local" && environment === "test") return false;
  return layer !== "dotenv_template" && isUnset !== true;
}

interface Outcome {
  readonly first: ConfigEntry | undefined;
  readonly isTie: boolean;
  readonly environment: EnvironmentName;
}

function reasonOf(entry: ConfigEntry, { first, isTie, environment }: Outcome): string {
  if (entry.layer === "dotenv_template") return "a template says that the key is there, not what it holds";
  if (entry.isUnset === true) return "the variable is declared here, without a default";
  if (!canHold(entry, environment)) return "tests leave .env.local out";
  if (first === undefined) return "nothing holds";
  if (entry === first && !isTie) return "it holds: nothing stands above it";
  const isLevel = rank(first, entry) === 0;
  if (isTie && isLevel) return "another place on the same level says otherwise: neither holds";
  if (isLevel) return "the same value on the same level";
  if (entry.layer !== first.layer) return `${first.layer} stands above ${entry.layer}`;
  if (entry.scope !== first.scope) return `${first.scope} is nearer than ${entry.scope}`;
  if (entry.environment !== first.environment)
    return `${first.environment} stands above ${entry.environment}`;
  return entry.priority === first.priority ? "a later file of the same layer holds" : "its priority is lower";
}

function isSame(a: ConfigEntry, b: ConfigEntry): boolean {
  if (a.isSecret || b.isSecret) return a.secret?.fingerprint === b.secret?.fingerprint;
  return JSON.stringify(a.value) === JSON.stringify(b.value);
}

function isAbove(folder: string, scope: string): boolean {
  return (
    folder === "." || folder === scope || scope.startsWith(`${folder}/`) || scope.startsWith(`${folder}#`)
  );
}

function depth(scope: string): number {
  return scope === "." ? 0 : scope.split(/[/#]/).length;
}
