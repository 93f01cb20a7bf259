import type { JsonValue } from "../../model/json.ts";
import { normalKey } from "../normal-key.ts";
import { isExpressionText, isPlaceholderText } from "./placeholder.ts";
import { secretShape } from "./shapes.ts";

/** What may follow the word that tells a secret: a number, or which of several it is. */
const WHICH = String.raw`(\.?\d+|\.(prod|production|dev|development|stg|staging|test|old|new|current|previous|primary|secondary|base64|b64))?$`;

/** Names of which every value is a secret, whatever it looks like. */
const PASSWORD_NAME = new RegExp(String.raw`(^|\.)[a-z0-9]*(password|passwd|pwd|passphrase)${WHICH}`);

/** Names of secrets under which other things stand as well: paths, addresses, kinds of login. */
const SECRET_NAME = new RegExp(
  String.raw`(^|\.)(pass|secret|token|credentials?|salt|pepper|api\.?key|(private|access|secret|auth|encryption|signing|master|account|shared|service|license)\.key|(private|access)\.key\.id|connection\.string|auth|authorization|cookie|webhook\.url|[a-z0-9]+(secret|apikey|token))${WHICH}`,
);

/** Words near which a random text is a secret. */
const NEAR_SECRET = /(^|\.)(key|keys|secrets?|tokens?|auth|credentials?|pass|password|signature|sig)(\.|$)/;

/** Words that say a key is not secret, whatever it ends with. */
const PUBLIC_NAME =
  /(^|\.)(public|publishable|pub|next\.page|max|min|num|number|count|has|is|enable[d]?|use|require[sd]?|show|allow)(\.|$)/;

/** Names of what looks random and tells whose key it is; what ends with another word is judged by that. */
const NAME_OF_MARK = /(^|\.)(uid|fingerprint|thumbprint)$/;

/** What tells that a value is a secret; undefined for an ordinary one. */
export function classifySecret(key: string, value: JsonValue, isSensitive: boolean): string | undefined {
  if (value === null || typeof value === "boolean") return undefined;
  if (isSensitive)
    return typeof value === "string" && isOrdinaryText(value) ? undefined : "declared_sensitive";
  const name = normalKey(key);
  if (typeof value === "number")
    return PASSWORD_NAME.test(name) && !PUBLIC_NAME.test(name) ? "name" : undefined;
  if (typeof value !== "string") return classifyInside(key, value);
  return secretShape(value) ?? secretInAddress(value) ?? secretByName(name, defaultOf(value));
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

/** Any address that carries a password, or of which nobody can tell; a `#` in it may have cut its end off. */
function secretInAddress(text: string): string | undefined {
  const rests = [...text.matchAll(/[a-z][a-z0-9+.-]*:\/\//gi)].map((scheme) =>
    text.slice(scheme.index + scheme[0].length),
  );
  return rests.some(holdsPassword) || SECRET_PARAMETER.test(text) ? "url_password" : undefined;
}

const SECRET_PARAMETER =
  /[?&;](password|passwd|pwd|token|access_token|secret|client_secret|api[_-]?key|sig|signature)=(?!\$|<|\{)[^&;\s]{3,}/i;

/** What stands after `://`: a host with a port and a path, or somebody's login before them. */
function holdsPassword(rest: string): boolean {
  if (/^(\[[^\]]*\]|[\w.-]+)(:\d+)?([/?#\s][^:@]*|$)$/.test(rest)) return false;
  const at = rest.lastIndexOf("@");
  if (at === -1) return /^[^/?#:[\]$]*:(?!\d+(?:\D|$)|[\d.]+$|\$|\{|<|$)/.test(rest);
  const login = rest.slice(0, at);
  const colon = login.indexOf(":");
  if (colon === -1) return isRandom(login) && isTokenLike(login);
  if (/^(localhost|[\w-]+(\.[\w-]+)+)(:\d+)?\/([\w./-]*\/)?$/.test(login)) return false;
  return !isOrdinaryText(login.slice(colon + 1));
}

function secretByName(key: string, value: string): string | undefined {
  if (isOrdinaryText(value) || isWordOfLogin(value) || isNameItself(key, value)) return undefined;
  if (PASSWORD_NAME.test(key) && !PUBLIC_NAME.test(key)) return "name";
  if (PUBLIC_NAME.test(key) || NAME_OF_MARK.test(key) || isReference(value)) return undefined;
  if (SECRET_NAME.test(key)) return "name";
  if (NEAR_SECRET.test(key) && isRandom(value)) return "entropy";
  return value.split(/[^\w+=~-]+/).some((word) => isRandom(word) && isTokenLike(word))
    ? "entropy"
    : undefined;
}

/** `API_KEY: API_KEY_VALUE`: the name stands in the place of what it is to get. */
function isNameItself(key: string, value: string): boolean {
  return /^[A-Z][A-Z0-9_]*_[A-Z0-9_]*$/.test(value) && normalKey(value.replace(/_(VAL|VALUE)$/, "")) === key;
}

/** A switch, or a kind of login. */
function isWordOfLogin(value: string): boolean {
  return /^(true|false|yes|no|on|off|none|null|required|optional|disabled|enabled)$/i.test(value);
}

/** A path, an address, a name of something else, a number: what stands under such keys beside secrets. */
function isReference(value: string): boolean {
  if (/^(\.{0,2}\/|~\/|[A-Za-z]:\\)[\w./\\ -]*$/.test(value)) return !value.split(/[/\\]/).some(isMixed);
  if (PATH_OF_FILE.test(value)) return !value.split(/[/.]/).some(isMixed);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) return !/webhook|hooks\./i.test(value);
  return /^(bearer|basic|oauth2?|jwt|auto|default|\d{1,5})$/i.test(value);
}

/** `ovens/2026/heat-v2.csv`: a file by its path, as what is kept in a bucket has a key. */
const PATH_OF_FILE =
  /^[\w-]+(\/[\w.-]+)+\.(csv|tsv|json|jsonl|ya?ml|toml|xml|txt|md|html?|parquet|sql|pem|crt|cer|key|p12|jks|zip|tgz|gz|tar|tfstate|png|jpe?g|pdf)$/i;

/** No name of a file: capitals, small letters and digits in one long word. */
function isMixed(word: string): boolean {
  return word.length >= 16 && /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word);
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

/** True for a key under which every ordinary text is a secret. */
export function hasSecretName(key: string): boolean {
  return secretByName(normalKey(key), "text") !== undefined;
}
