/** Where a remote repository is. */
export interface RemotePlace {
  /** Lower case; with its port where a web server has one of its own. */
  readonly host: string;
  /** May hold slashes: GitLab has groups in groups. Empty for a server that has none. */
  readonly owner: string;
  readonly name: string;
  /** The page of the repository; undefined for a host that is only an alias of the user's SSH settings. */
  readonly webUrl: string | undefined;
  /** The address without password and token; the user of SSH stays where it is the usual `git`. */
  readonly cleanUrl: string;
}

/** Hosts that forges offer for SSH through a firewall, and the ones that they stand for. */
const HOSTS: Readonly<Record<string, string | undefined>> = {
  "ssh.github.com": "github.com",
  "altssh.gitlab.com": "gitlab.com",
  "altssh.bitbucket.org": "bitbucket.org",
  "ssh.dev.azure.com": "dev.azure.com",
};

const WITH_SCHEME =
  /^(?<scheme>https?|ssh|git|git\+ssh|ssh\+git|git\+https):\/\/(?:(?<user>[^/]*)@)?(?<host>[A-Za-z0-9._-]+|\[[0-9a-f:.]+\])(?::(?<port>\d+))?\/(?<path>[^@?#]+)(?:[?#][^@]*)?$/i;

const LIKE_SCP =
  /^(?:(?<user>[^@/\s]+)@)?(?<host>[A-Za-z0-9._-]{2,}|\[[0-9a-f:.]+\]):(?!\/\/|:)(?<path>[^@?#]+)$/i;

/**
 * Reads the address of a remote in any form that git takes: `git@host:owner/name.git`, `ssh://git@host:22/owner/name`,
 * `https://host/owner/name`. Undefined for paths on this machine and for anything else.
 */
export function parseRemoteUrl(address: string): RemotePlace | undefined {
  const text = address.trim();
  const { scheme, user, host, port, path } = (WITH_SCHEME.exec(text) ?? LIKE_SCP.exec(text))?.groups ?? {};
  if (host === undefined || path === undefined) return undefined;
  return toPlace({ scheme: scheme?.toLowerCase(), user, host: host.toLowerCase(), port, path });
}

/** The address as it may be shown; undefined for one in whose form a secret could not be told from the rest. */
export function cleanRemoteUrl(address: string): string | undefined {
  const text = address.trim();
  return isLocalPath(text) ? text : parseRemoteUrl(text)?.cleanUrl;
}

/** True for a repository on this machine: a path, `file://`, a drive of Windows. */
function isLocalPath(address: string): boolean {
  return /^(file:\/\/\/|[/~\\]|\.{1,2}([/\\]|$)|[A-Za-z]:[/\\])|^[\w.-]+(\/[\w.-]+)*$/.test(address);
}

interface AddressParts {
  readonly scheme: string | undefined;
  readonly user: string | undefined;
  readonly host: string;
  readonly port: string | undefined;
  readonly path: string;
}

function toPlace(parts: AddressParts): RemotePlace | undefined {
  const segments = decode(parts.path)
    .replace(/\/+$/, "")
    .replace(/\.git$/, "")
    .split("/")
    .filter((segment) => segment !== "");
  const port = isWeb(parts.scheme) && parts.port !== undefined ? `:${parts.port}` : "";
  const host = `${HOSTS[parts.host] ?? parts.host}${port}`;
  const meant = withoutExtras(host, segments);
  const name = meant.at(-1);
  if (name === undefined || meant.includes("..")) return undefined;
  const owner = meant.slice(0, -1).join("/");
  return {
    host,
    owner,
    name,
    webUrl: webUrlOf(parts.scheme, { host, owner, name }),
    cleanUrl: cleanUrlOf(parts),
  };
}

/** Some forges put words of their own between host and owner: `v3`, `_git`, `scm`. */
function withoutExtras(host: string, segments: readonly string[]): readonly string[] {
  if (host === "dev.azure.com") {
    return segments.filter((segment, index) => segment !== "_git" && (index > 0 || segment !== "v3"));
  }
  return segments.length === 3 && segments[0] === "scm" ? segments.slice(1) : segments;
}

function webUrlOf(
  scheme: string | undefined,
  { host, owner, name }: Pick<RemotePlace, "host" | "owner" | "name">,
): string | undefined {
  if (!isWeb(scheme) && !host.includes(".")) return undefined;
  const between = host === "dev.azure.com" ? ["_git"] : [];
  const path = [...owner.split("/"), ...between, name].filter((part) => part !== "").map(encodeURIComponent);
  return `${scheme === "http" ? "http" : "https"}://${host}/${path.join("/")}`;
}

function cleanUrlOf({ scheme, user, host, port, path }: AddressParts): string {
  const kept = user === "git" && !isWeb(scheme) ? "git@" : "";
  if (scheme === undefined) return `${kept}${host}:${path}`;
  return `${scheme}://${kept}${host}${port === undefined ? "" : `:${port}`}/${path}`;
}

function isWeb(scheme: string | undefined): boolean {
  return scheme === "https" || scheme === "http" || scheme === "git+https";
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
