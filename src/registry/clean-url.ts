/** An address without user, password, query and fragment: what is left may be shown. Other texts are cut likewise. */
export function cleanUrl(text: string): string {
  const bare = cutUserInfo(text);
  if (!URL.canParse(bare) || !bare.includes("://")) return bare;
  const url = new URL(bare);
  url.username = "";
  url.password = "";
  return url.href;
}

/** A text in which every address has lost user and password; a query and all else stays as it is. */
export function withoutUserInfo(text: string): string {
  return text.replaceAll(/[a-z][a-z0-9+.-]*:\/\/\S*/gi, (address) => {
    const start = authorityStart(address);
    return address.slice(0, start) + address.slice(start + userInfoLength(address));
  });
}

/** The host, with the port where one is given, and the path without slashes at its ends: `npm.pkg.github.com/dome`. */
export function hostAndPath(text: string): string {
  return cutUserInfo(text.trim().replace(/^[a-z][a-z0-9+.-]*:(?=\/\/)/i, ""))
    .replace(/^\/+/, "")
    .replace(/[?#].*$/s, "")
    .replace(/\/+$/, "");
}

/** True for an address that carries a password, or a user where a token often stands. */
export function hasUserInfo(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text.trim()) && userInfoLength(text.trim()) > 0;
}

function cutUserInfo(text: string): string {
  const rest = text.slice(authorityStart(text) + userInfoLength(text));
  return text.slice(0, authorityStart(text)) + rest.replace(/[?#].*$/s, "");
}

function authorityStart(text: string): number {
  return /^([a-z][a-z0-9+.-]*:)?\/\//i.exec(text)?.[0].length ?? 0;
}

/**
 * All up to the last `@` before the path: a password may hold an `@` of its own. Some people write a password with a
 * `/`, `?` or `#` in it as it is: where no port stands after the first colon, all up to the very last `@` is taken.
 */
function userInfoLength(text: string): number {
  const rest = text.slice(authorityStart(text));
  const [authority = ""] = rest.split(/[/?#]/, 1);
  const at = authority.lastIndexOf("@");
  if (at !== -1) return at + 1;
  return /^[^:[][^:]*:(?!\d+$)/.test(authority) ? rest.lastIndexOf("@") + 1 : 0;
}
