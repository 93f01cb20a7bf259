import { posix } from "node:path";
import type { Snapshot } from "../../model/snapshot.ts";
import { certificatesIn, type CertificateNames } from "../../platform/certificates.ts";
import type { Workspace } from "../../workspace/types.ts";

const KEY_FILE = /\.(key|pem|p8)$/i;
const CERTIFICATE_FILE = /\.(pem|crt|cer|cert)$/i;

/** Larger files, and folders with more of them, are no key with its certificate. */
const LARGEST = 65_536;
const MOST_FILES = 40;

/**
 * Files of private keys whose certificates, beside them, are for one's own machine: for `localhost`, for names that no
 * public host has, of mkcert, or with the organization that OpenSSL proposes.
 */
export function filesOfKeysForOwnMachine(
  workspace: Workspace,
  secrets: Snapshot["committedSecrets"],
): ReadonlySet<string> {
  const keys = secrets.filter(({ kind, file }) => kind === "private_key" && KEY_FILE.test(file));
  const folders = new Set(keys.map(({ file }) => posix.dirname(file)));
  if (folders.size === 0) return new Set();
  const beside = new Map<string, string[]>();
  for (const { path, size } of workspace.files) {
    if (!CERTIFICATE_FILE.test(path) || size > LARGEST) continue;
    const folder = posix.dirname(path);
    if (folders.has(folder)) beside.set(folder, [...(beside.get(folder) ?? []), path]);
  }
  const own = new Set(
    [...beside].filter(([, paths]) => areForOwnMachine(workspace, paths)).map(([folder]) => folder),
  );
  return new Set(keys.map(({ file }) => file).filter((file) => own.has(posix.dirname(file))));
}

function areForOwnMachine(workspace: Workspace, paths: readonly string[]): boolean {
  if (paths.length > MOST_FILES) return false;
  const all = paths.flatMap((path) => {
    const read = workspace.readText(path);
    return read.isRead ? certificatesIn(read.text) : [];
  });
  return all.some(isForOwnMachine) && all.every((one) => signsOthers(one) || isForOwnMachine(one));
}

/** OpenSSL lets what it signs for a host sign others too. */
function signsOthers({ isAuthority, hosts }: CertificateNames): boolean {
  return isAuthority && !hosts.some((host) => /^[\w*-]+(\.[\w-]+)+$/.test(host));
}

/** Hosts that the internet does not know (RFC 6761, RFC 6762), and names without a dot, which only a network of one's own has. */
const LOCAL_HOST =
  /^(\*\.)?([\w-]+|.*\.(localhost|local|localdomain|test|example|invalid)|(.*\.)?example\.(com|org|net)|host\.docker\.internal|127(\.\d{1,3}){3}|0:0:0:0:0:0:0:1|::1)$/i;

/** What mkcert writes, and what OpenSSL proposes to whoever says nothing. */
const OF_TRIALS = /^(mkcert development|Internet Widgits)/;

function isForOwnMachine({ hosts, organization }: CertificateNames): boolean {
  return OF_TRIALS.test(organization) || (hosts.length > 0 && hosts.every((host) => LOCAL_HOST.test(host)));
}
