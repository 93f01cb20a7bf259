import type { DocumentNode } from "../../../model/document.ts";
import { nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";

/** The kinds of Google's credential files, by their `type`. */
type GoogleKind =
  | "authorized_user"
  | "service_account"
  | "impersonated_service_account"
  | "external_account"
  | "external_account_authorized_user";

/** A credential file of Google without its secrets. */
export interface GoogleCredential {
  readonly kind: GoogleKind;
  /** E-mail address; of an impersonated account, the one that is taken on. */
  readonly account: string | undefined;
  /** Line of what names it. */
  readonly line: number;
  readonly facts: Readonly<Record<string, string | undefined>>;
}

const KINDS: readonly GoogleKind[] = [
  "authorized_user",
  "service_account",
  "impersonated_service_account",
  "external_account",
  "external_account_authorized_user",
];

const EMAIL = /^[\w.+-]+@[\w.:-]+$/;
/** What stands in an example instead of a key: `<your key>`, `${KEY}`, `{{ key }}`, `...`. */
const PLACEHOLDER = /^(<.*>|\$\{.*\}|\{\{.*\}\}|\.{3}|x+|\*+|redacted)?$/is;

/** Reads a credential file; undefined for any other document. */
export function extractGoogleCredential(root: DocumentNode | undefined): GoogleCredential | undefined {
  const kind = KINDS.find((one) => one === stringAt(root, "type"));
  if (kind === undefined) return undefined;
  if (kind === "service_account" && !holdsKey(root)) return undefined;
  const impersonated = impersonatedAccount(stringAt(root, "service_account_impersonation_url"));
  const account = [stringAt(root, "client_email"), impersonated, stringAt(root, "account")].find((text) =>
    EMAIL.test(text ?? ""),
  );
  if (kind === "service_account" && account === undefined) return undefined;
  const named = nodeAt(root, "client_email") ?? nodeAt(root, "type");
  return {
    kind,
    account,
    line: named?.position.line ?? 1,
    facts: {
      project: textOf(stringAt(root, "project_id")),
      quotaProject: textOf(stringAt(root, "quota_project_id")),
      universeDomain: textOf(stringAt(root, "universe_domain")),
      audience: textOf(stringAt(root, "audience")),
      subjectTokenType: textOf(stringAt(root, "subject_token_type")),
      tokenSource: tokenSource(nodeAt(root, "credential_source")),
    },
  };
}

function holdsKey(root: DocumentNode | undefined): boolean {
  const key = stringAt(root, "private_key");
  return key !== undefined && !PLACEHOLDER.test(key.trim());
}

function impersonatedAccount(url: string | undefined): string | undefined {
  return /\/serviceAccounts\/([^/:]+):/.exec(url ?? "")?.[1];
}

/** Where the outside token comes from; a program that a file names is never run. */
function tokenSource(source: DocumentNode | undefined): string | undefined {
  return ["file", "url", "executable", "certificate", "environment_id"].find(
    (key) => nodeAt(source, key) !== undefined,
  );
}

function textOf(value: string | undefined): string | undefined {
  return value?.trim() === "" ? undefined : value?.trim();
}
