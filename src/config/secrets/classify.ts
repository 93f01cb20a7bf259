import type { JsonValue } from "../../model/json.ts";
import { normalKey } from "../normal-key.ts";
import { isExpressionText, isPlaceholderText } from "./placeholder.ts";
import { secretShape } from "./shapes.ts";

/** A last word, or two, of a key under which a secret stands. */
const SECRET_NAME =
  /(^|\.)(password|passwd|pwd|pass|passphrase|secret|token|credentials?|salt|pepper|api\.?key|private\.key|access\.key(\.id)?|secret\.key|auth\.key|encryption\.key|signing\.key|master\.key|account\.key|shared\.key|service\.key|license\.key|client\.secret|connection\.string|auth|authorization|cookie|webhook\.url|[a-z]+(password|passwd|secret|apikey|token))$/;

/** Words near which a random text is a secret. */
const NEAR_SECRET = /(^|\.)(key|keys|secrets?|tokens?|auth|credentials?|pass|password|signature|sig)(\.|$)/;

/** Words that say a key is not secret, whatever it ends with. */
const PUBLIC_NAME =
  /(^|\.)(public|publishable|pub|next\.page|max|min|num|number|count|has|is|enable[d]?|use|require[sd]?|show|allow)(\.|$)/;

/** What tells that a value is a secret; undefined for an ordinary one. */
export function classifySecret(key: string, value: JsonValue, isSensitive: boolean): string | undefined {
  if (value === null || typeof value === "boolean") return undefined;
  if (isSensitive)
    return typeof value === "string" && isOrdinaryText(value) ? undefined : "declared_sensitive";
  if (typeof value === "number") return undefined;
  if (typeof value !== "string") return classifyInside(key, value);
  return secretShape(value) ?? secretInUrl(value) ?? secretByName(normalKey(key), defaultOf(value));
}

/** A list is as secret as what is in it; a member of an object is looked at under its own name. */
function classifyInside(key: string, value: JsonValue): string | undefined {
  if (value === null || typeof value !== "object") return classifySecret(key, value, false);
  const members: readonly (readonly [string, JsonValue | undefined])[] = Object.entries(value);
  const isList = Array.isArray(value);
  return members
    .map(([name, member]) => classifySecret(isList ? key : name, member ?? null, false))
    .find((kind) => kind !== undefined);
}

function isOrdinaryText(text: string): boolean {
  return isPlaceholderText(text) || isExpressionText(text);
}

/** `${NAME:-default}` is as secret as its default. */
function defaultOf(text: string): string {
  return /^\$\{\w+:?-([\s\S]*)\}$/.exec(text.trim())?.[1] ?? text;
}

/** Any address that carries a password, even among other words. */
function secretInUrl(text: string): string | undefined {
  const match = /[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:([^\s]+)@/i.exec(text);
  const password = match?.[1];
  return password === undefined || isOrdinaryText(password) ? undefined : "url_password";
}

function secretByName(key: string, value: string): string | undefined {
  if (PUBLIC_NAME.test(key) || isOrdinaryText(value) || isReference(value)) return undefined;
  if (SECRET_NAME.test(key)) return "name";
  if (NEAR_SECRET.test(key) && isRandom(value)) return "entropy";
  return value.split(/[^\w+=~-]+/).some((word) => isRandom(word) && isTokenLike(word))
    ? "entropy"
    : undefined;
}

/** A path, an address, a name of something else, a word of a small set: what stands under such keys beside secrets. */
function isReference(value: string): boolean {
  if (/^(\.{0,2}\/|~\/|[A-Za-z]:\\)[\w./\\ -]*$/.test(value)) return true;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value))
    return !/[?&](key|token|sig|secret|code)=/i.test(value) && !/webhook/i.test(value);
  return /^(true|false|yes|no|on|off|none|null|bearer|basic|oauth2?|jwt|required|optional|disabled|enabled|auto|default|\d{1,5})$/i.test(
    value,
  );
}

/** Letters and digits mixed with more than three bits a character: no word, no number, no path. */
function isRandom(value: string): boolean {
  if (value.length < 20 || !/^[\w+/=.~-]+$/.test(value)) return false;
  if (!/\d/.test(value) || !/[A-Za-z]/.test(value)) return false;
  return entropy(value) > (/^[0-9a-f-]+$/i.test(value) ? 3 : 3.6);
}

/** Without any word near it: letters and digits in many turns, and neither a hash nor a UUID. */
function isTokenLike(value: string): boolean {
  if (value.length < 24 || /^[0-9a-f-]+$/i.test(value) || /^sha\d+-/.test(value)) return false;
  return (value.match(/[a-z]\d|\d[a-z]/gi)?.length ?? 0) >= 6;
}

/** Shannon's, in bits a character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  const shares = [...counts.values()].map((count) => count / text.length);
  return shares.reduce((sum, share) => sum - share * Math.log2(share), 0);
}
