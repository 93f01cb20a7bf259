import { posix } from "node:path";
import type { Snapshot } from "../../model/snapshot.ts";
import { isNotForProduction } from "../../config/secrets/in-text.ts";
import { certificatesIn, type CertificateNames } from "../../platform/certificates.ts";
import type { Workspace } from "../../workspace/types.ts";

const KEY_FILE = /\.(key|pem|p8)$/i;
const CERTIFICATE_FILE = /\.(pem|crt|cer|cert)$/i;

const SCRIPT = /(\.(sh|bash|bat|ps1)|(^|\/)Makefile)$/;
const MAKES_KEYS =
  /\b(openssl\s+(genrsa|genpkey|ecparam|req)|ssh-keygen|mkcert|minica|certstrap|cfssl|certtool)\b/;

const NOTICE = /(^|\/)readme(\.\w+)?$/i;

/** Larger files, and folders with more of them, are no key with its certificate. */
const LARGEST = 65_536;
const MOST_FILES = 40;

/** So many keys in one folder are a set that was made at once, to try things with. */
const SET = 3;

/**
 * Files of private keys whose certificates, beside them or in the same file, are for one's own machine: for `localhost`,
 * for names that no public host has, signed by itself for a name alone, of mkcert, or with the organization that OpenSSL
 * proposes; and those in sets, or beside a script that makes such keys, or a README that says "not for production", where no
 * certificate is for a public host.
 */
export function filesOfKeysForOwnMachine(
  workspace: Workspace,
  secrets: Snapshot["committedSecrets"],
): ReadonlySet<string> {
  const files = [...new Set(secrets.filter(({ kind }) => kind === "private_key").map(({ file }) => file))];
  const keys = files.filter((file) => KEY_FILE.test(file));
  const folders = new Set(keys.map((file) => posix.dirname(file)));
  const beside = new Map<string, string[]>();
  for (const { path, size } of workspace.files) {
    if (size > LARGEST || ![CERTIFICATE_FILE, SCRIPT, NOTICE].some((form) => form.test(path))) continue;
    const folder = posix.dirname(path);
    if (folders.has(folder)) beside.set(folder, [...(beside.get(folder) ?? []), path]);
  }
  const own = new Set(
    [...folders].filter((folder) => {
      const isSet = keys.filter((file) => posix.dirname(file) === folder).length >= SET;
      return areForOwnMachine(workspace, beside.get(folder) ?? [], isSet);
    }),
  );
  const alone = files.filter((file) => !KEY_FILE.test(file) && (workspace.get(file)?.size ?? 0) <= LARGEST);
  return new Set([
    ...keys.filter((file) => own.has(posix.dirname(file))),
    ...alone.filter((file) => areForOwnMachine(workspace, [file], false)),
  ]);
}

function areForOwnMachine(workspace: Workspace, paths: readonly string[], isSet: boolean): boolean {
  if (paths.length > MOST_FILES) return false;
  const texts = paths.map((path) => {
    const read = workspace.readText(path);
    return { path, text: read.isRead ? read.text : "" };
  });
  const all = texts.flatMap(({ text }) => certificatesIn(text));
  const isToldOf = texts.some(
    ({ path, text }) =>
      (SCRIPT.test(path) && MAKES_KEYS.test(text)) || (NOTICE.test(path) && isNotForProduction(text)),
  );
  if (isToldOf || isSet) return !all.some(isForPublicHost);
  return all.some(isForOwnMachine) && all.every((one) => signsOthers(one) || isForOwnMachine(one));
}

/** `oven.test`, `*.oven.test`: a name with a dot in it. */
const OF_DOMAIN = /^[\w*-]+(\.[\w-]+)+$/;

/** OpenSSL lets what it signs for a host sign others too. */
function signsOthers({ isAuthority, hosts, commonName }: CertificateNames): boolean {
  return isAuthority && ![...hosts, commonName].some((host) => OF_DOMAIN.test(host));
}

/** No authority that browsers trust signs for it. */
function isOwnHost(host: string): boolean {
  return /^(localhost|127\.0\.0\.1)$/i.test(host);
}

function isForPublicHost({ hosts, commonName }: CertificateNames): boolean {
  if (hosts.some(isOwnHost)) return false;
  return [...hosts, commonName].some((host) => OF_DOMAIN.test(host) && !LOCAL_HOST.test(host));
}

/** Hosts and addresses that the internet does not know (RFC 1918, RFC 6761, RFC 6762). */
const LOCAL_HOST =
  /^(\*\.)?(localhost|.*\.(localhost|local|localdomain|test|example|invalid)|(.*\.)?example\.(com|org|net)|host\.docker\.internal|127(\.\d{1,3}){3}|10(\.\d{1,3}){3}|192\.168(\.\d{1,3}){2}|172\.(1[6-9]|2\d|3[01])(\.\d{1,3}){2}|0:0:0:0:0:0:0:1|::1)(:\d{1,5})?$/i;

/** What mkcert writes, what OpenSSL proposes to whoever says nothing, and words for what is not meant. */
const OF_TRIALS =
  /^(mkcert development|Internet Widgits)|\b(local|dev|development|test|testing|demo|sample|example|dummy|fake|snake-?oil)\b/i;

/** No authority gave it: a role or a person is nobody's without one. */
const OF_ONE_HOST = /^(?![\w-]*(ca|root|issuer|authority|admin|signer)$)[a-z0-9]+(-[a-z0-9]+)+$/i;

/** An alternative name without a dot is of a host that only a network of one's own has; a common name may be of a role. */
function isForOwnMachine(certificate: CertificateNames): boolean {
  const { hosts, commonName, organization, issuer, isSelfSigned } = certificate;
  // Who signs for others is called after what it signs for.
  if (OF_TRIALS.test(issuer) || /^(test|dev|demo|sample|example)[-_]?(root|ca)\b/i.test(issuer)) return true;
  if (OF_DOMAIN.test(issuer) && LOCAL_HOST.test(issuer)) return true;
  if (OF_TRIALS.test(organization) || (!commonName.includes(".") && OF_TRIALS.test(commonName))) return true;
  if (isSelfSigned && organization === "" && hosts.length === 0 && OF_ONE_HOST.test(commonName)) return true;
  if (hosts.some(isOwnHost)) return true;
  if (hosts.length === 0) return LOCAL_HOST.test(commonName);
  return hosts.every((host) => /^[\w-]+$/.test(host) || LOCAL_HOST.test(host));
}
