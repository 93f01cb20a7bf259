/** Where a remote repository is. */
export interface RemotePlace {
  readonly host: string;
  /** May hold slashes: GitLab has groups in groups. */
  readonly owner: string;
  readonly name: string;
  /** Without user, password and `.git`. */
  readonly webUrl: string;
}

const SCHEMES = new Set(["http:", "https:", "ssh:", "git:", "git+ssh:", "git+https:"]);

/**
 * Reads the address of a remote in any form that git takes: `git@host:owner/name.git`, `ssh://git@host:22/owner/name`,
 * `https://host/owner/name`. Undefined for paths on this machine and for anything else.
 */
export function parseRemoteUrl(address: string): RemotePlace | undefined {
  const text = address.trim();
  if (text.includes("://")) return parseUrl(text);
  const match = /^(?:[^@/\s]+@)?(\[[^\]]+\]|[^:/\s[\]]{2,}):(?!\/\/)(.+)$/.exec(text);
  return match === null ? undefined : placeOf(match[1] ?? "", match[2] ?? "");
}

/** The address as it may be shown: without what stands before the host. */
export function cleanRemoteUrl(address: string): string {
  const text = address.trim();
  if (text.includes("://"))
    return text.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/]*@/i, "$1").replace(/[?#].*$/s, "");
  return text.replace(/^[^@/\s]+@(?=[^/\s]+:)/, "");
}

function parseUrl(text: string): RemotePlace | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (!SCHEMES.has(url.protocol) || url.hostname === "") return undefined;
  const isWeb = url.protocol === "http:" || url.protocol === "https:";
  return placeOf(isWeb ? url.host : url.hostname, decode(url.pathname));
}

function placeOf(host: string, path: string): RemotePlace | undefined {
  const parts = path
    .replace(/\.git\/?$/, "")
    .split("/")
    .filter((part) => part !== "");
  const name = parts.pop();
  if (name === undefined || parts.length === 0 || host.includes("@")) return undefined;
  const owner = parts.join("/");
  const lowerHost = host.toLowerCase();
  return { host: lowerHost, owner, name, webUrl: `https://${lowerHost}/${owner}/${name}` };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
