/** Stands for an address of which nobody can tell where a password ends and the host begins. */
const HIDDEN = "…";

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/**
 * An address without user, password, query and fragment: what is left may be shown. Other texts are cut likewise. Where
 * a password cannot be told from host and path, the scheme alone is left: `https://…`.
 */
export function cleanUrl(text: string): string {
  const bare = withoutSecrets(text);
  if (bare === undefined) return `${SCHEME.exec(text.trim())?.[0] ?? ""}${HIDDEN}`;
  if (!URL.canParse(bare) || !bare.includes("://")) return bare;
  const url = new URL(bare);
  url.username = "";
  url.password = "";
  return url.href;
}

/** The same of a text that has a scheme; a path, a name and what else may stand in its place stay as they are. */
export function cleanIfUrl(text: string): string {
  return SCHEME.test(text.trim()) ? cleanUrl(text.trim()) : text;
}

/**
 * A text in which every address has lost user and password; a query and all else stays as it is. Where a password
 * cannot be told from what follows, nothing of that address and of what follows is left: a password may hold a space.
 */
export function withoutUserInfo(text: string): string {
  const starts = [...text.matchAll(/[a-z][a-z0-9+.-]*:\/\//gi)]
    .map(({ index }) => index)
    .filter((index, at) => at === 0 || /[\s,;|'"`=()<>[\]{}]/.test(text[index - 1] ?? ""));
  if (starts.length === 0) return text;
  const parts = starts.map((start, at) => withoutUserInfoIn(text.slice(start, starts[at + 1])));
  return text.slice(0, starts[0]) + parts.join("");
}

/** The host, with the port where one is given, and the path without slashes at its ends: `npm.pkg.github.com/dome`. */
export function hostAndPath(text: string): string {
  const bare = withoutSecrets(text.trim().replace(/^[a-z][a-z0-9+.-]*:(?=\/\/)/i, ""));
  return bare?.replace(/^\/+/, "").replace(/\/+$/, "") ?? HIDDEN;
}

/** True for an address that carries a password, or a user where a token often stands. */
export function hasUserInfo(text: string): boolean {
  return SCHEME.test(text.trim()) && userInfoLength(text.trim()) !== 0;
}

/** Undefined where nothing may be shown. */
function withoutSecrets(text: string): string | undefined {
  const [start, length] = [authorityStart(text), userInfoLength(text)];
  if (length === undefined) return undefined;
  const bare = text.slice(start + length).replace(/[?#].*$/s, "");
  const hasSecond = /:\/\/.*@/s.test(bare);
  return hasSecond ? undefined : text.slice(0, start) + bare;
}

function withoutUserInfoIn(address: string): string {
  const [start, length] = [authorityStart(address), userInfoLength(address)];
  return address.slice(0, start) + (length === undefined ? HIDDEN : address.slice(start + length));
}

function authorityStart(text: string): number {
  return /^([a-z][a-z0-9+.-]*:)?\/\//i.exec(text)?.[0].length ?? 0;
}

/**
 * All up to the last `@` before the path: a password may hold an `@` of its own. Some people write a password with a
 * `/`, `?`, `#` or space in it as it is: where no port stands after the first colon, all up to the only `@` is taken.
 * Undefined where it cannot be told where a password ends: it may hold both an `@` and a `/`.
 */
function userInfoLength(text: string): number | undefined {
  const rest = text.slice(authorityStart(text));
  const [authority = ""] = rest.split(/[/?#\s]/, 1);
  const first = rest.indexOf("@");
  const last = rest.lastIndexOf("@");
  const ownLast = authority.lastIndexOf("@");
  if (ownLast !== -1) return ownLast === last ? last + 1 : undefined;
  if (/^(?:\[[^\]]*\]|[^:[]*):(?!\d+$|\$\{\w+\}$)/.test(authority))
    return first !== -1 && first === last ? last + 1 : undefined;
  return first === -1 || isPlace(authority, rest) ? 0 : undefined;
}

/**
 * True where what stands first can only be a host, whatever `@` comes later: one that begins a segment, as in
 * `http://localhost:3000/@baker`, or one that leads a version in, as in `https://github.com/bakery/ovens@v1`.
 */
function isPlace(authority: string, rest: string): boolean {
  const host = authority.replace(/:\d+$/, "");
  if (/^(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[^\]]*\])$/i.test(host)) return true;
  if (!host.includes(".")) return false;
  const [address = ""] = rest.split(/\s/, 1);
  const [, after] = /^[^@]*[^@/]@([\w.+-]*)(?:[?#][^@]*)?$/.exec(address) ?? [];
  const isVersion = host === authority && after !== undefined && !/\.[a-z]{2,}$/i.test(after);
  return isVersion || !/(?<!\/)@/.test(address);
}
