/** An address without user, password, query and fragment: what is left may be shown. Other texts are cut likewise. */
export function cleanUrl(text: string): string {
  if (!URL.canParse(text) || !text.includes("://")) return cutUserInfo(text);
  const url = new URL(text);
  url.username = "";
  url.password = "";
  url.search = "";
  url.hash = "";
  return cutUserInfo(url.href);
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
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#\s]*@/i.test(text.trim());
}

/** All up to the last `@` before the path: a password may hold an `@` of its own. */
function cutUserInfo(text: string): string {
  const start = /^([a-z][a-z0-9+.-]*:)?\/\//i.exec(text)?.[0].length ?? 0;
  const [authority = ""] = text.slice(start).split(/[/?#]/, 1);
  const at = authority.lastIndexOf("@");
  const rest = text.slice(start + at + 1);
  return text.slice(0, start) + rest.replace(/[?#].*$/s, "");
}
