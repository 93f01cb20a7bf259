import { hasUserInfo } from "../../clean-url.ts";
import { CLOUD_VARIABLES } from "./clouds.ts";
import { DEVELOPMENT_VARIABLES } from "./development.ts";
import { SERVICE_VARIABLES } from "./services.ts";
import type { KnownVariable, VariableKind } from "./types.ts";

/** Every variable of the table, by name. */
const KNOWN_VARIABLES: ReadonlyMap<string, KnownVariable> = new Map(
  [...CLOUD_VARIABLES, ...DEVELOPMENT_VARIABLES, ...SERVICE_VARIABLES].map((known) => [known.name, known]),
);

/** What the end of a name says of a variable that the table does not have. */
const SUFFIXES: readonly (readonly [RegExp, VariableKind])[] = [
  [/_(TOKEN|PAT)$/, "token"],
  [/_(API_?KEY|ACCESS_KEY|SECRET_KEY|PRIVATE_KEY|SIGNING_KEY|ENCRYPTION_KEY|MASTER_KEY|CREDENTIALS)$/, "key"],
  [/_(SECRET|PASSWORD|PASSWD|PASSPHRASE)$/, "password"],
];

const SWITCH = /^(true|false|yes|no|on|off|0|1)$/i;

export interface ClassifiedVariable extends KnownVariable {
  /** False when only its name suggested it. */
  readonly isKnown: boolean;
}

/**
 * What credential a variable holds; undefined for one that is empty or holds none. The value is looked at, and no part
 * of it is given back.
 */
export function classifyVariable(name: string, value: string): ClassifiedVariable | undefined {
  if (value.trim() === "") return undefined;
  const known = KNOWN_VARIABLES.get(name);
  if (known !== undefined) {
    const holds = known.kind !== "url" || value.split(/\s+/).some(hasUserInfo);
    return holds ? { ...known, isKnown: true } : undefined;
  }
  return /^[A-Za-z_]\w*$/.test(name) && !SWITCH.test(value.trim()) ? classifyByName(name, value) : undefined;
}

/** `TF_TOKEN_<host>` and `TF_VAR_<name>` follow rules of their own; the rest goes by its end. */
function classifyByName(name: string, value: string): ClassifiedVariable | undefined {
  if (/^TF_TOKEN_\w/.test(name)) return { name, provider: "terraform", kind: "token", isKnown: true };
  const kind = SUFFIXES.find(([pattern]) => pattern.test(name.toUpperCase()))?.[1];
  if (kind !== undefined) return { name, provider: "environment", kind, isKnown: false };
  const isAddress = /_(URL|URI|DSN)$/i.test(name) && hasPassword(value);
  return isAddress ? { name, provider: "environment", kind: "url", isKnown: false } : undefined;
}

function hasPassword(value: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#\s:]*:[^/?#\s]+@/i.test(value.trim());
}
