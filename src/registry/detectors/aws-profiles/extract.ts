import type { DocumentMember, DocumentNode } from "../../../model/document.ts";
import { cleanUrl } from "../../clean-url.ts";
import { parseExpiry } from "../../credentials/credential-status.ts";
import { membersOf, nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";

type ProfileKind =
  "static_keys" | "sso" | "assume_role" | "process" | "web_identity" | "login" | "settings_only";

/** A profile without any of its secrets. */
export interface AwsProfile {
  readonly name: string;
  readonly kind: ProfileKind;
  /** Lines of its sections. */
  readonly lines: { readonly config?: number; readonly credentials?: number };
  /** Which of the two files holds what makes it a credential. */
  readonly heldBy: "config" | "credentials";
  readonly expiresMs: number | undefined;
  /** True when only one half of a pair of keys is written. */
  readonly isIncomplete: boolean;
  readonly facts: Readonly<Record<string, string | boolean | undefined>>;
}

/** What the two files of AWS say together, by profile in the order of their names. */
export function extractProfiles(
  config: DocumentNode | undefined,
  credentials: DocumentNode | undefined,
): readonly AwsProfile[] {
  const fromConfig = sectionsByName(config, configProfileName);
  const fromCredentials = sectionsByName(credentials, (key) => key);
  const names = [...new Set([...fromConfig.keys(), ...fromCredentials.keys()])].toSorted();
  return names.map((name) =>
    describeProfile(name, {
      config: fromConfig.get(name),
      credentials: fromCredentials.get(name),
      sessions: config,
    }),
  );
}

/** In `config`, all profiles but the default one say that they are: `[profile observatory]`. */
function configProfileName(section: string): string | undefined {
  if (section === "default") return section;
  const name = /^profile\s+(.+)$/.exec(section)?.[1]?.trim();
  return name?.replace(/^(["'])(.*)\1$/, "$2");
}

function sectionsByName(
  root: DocumentNode | undefined,
  nameOf: (section: string) => string | undefined,
): ReadonlyMap<string, DocumentMember> {
  const sections = membersOf(root).flatMap((member) => {
    const name = member.value.kind === "object" ? nameOf(member.key) : undefined;
    return name === undefined || name === "" ? [] : [[name, member] as const];
  });
  return new Map(sections);
}

interface ProfileSections {
  readonly config: DocumentMember | undefined;
  readonly credentials: DocumentMember | undefined;
  readonly sessions: DocumentNode | undefined;
}

function describeProfile(name: string, sections: ProfileSections): AwsProfile {
  const { config, credentials } = sections;
  const setting = (key: string) =>
    textOf(stringAt(credentials?.value, key)) ?? textOf(stringAt(config?.value, key));
  const kind = kindOf(setting);
  const deciding = DECIDING_KEYS[kind];
  const isInCredentials = deciding.some((key) => textOf(stringAt(credentials?.value, key)) !== undefined);
  return {
    name,
    kind,
    lines: {
      ...(config === undefined ? {} : { config: config.keyPosition.line }),
      ...(credentials === undefined ? {} : { credentials: credentials.keyPosition.line }),
    },
    heldBy: isInCredentials || config === undefined ? "credentials" : "config",
    expiresMs: kind === "static_keys" ? expiryOf(setting) : undefined,
    isIncomplete:
      kind === "static_keys" &&
      (setting("aws_access_key_id") === undefined || setting("aws_secret_access_key") === undefined),
    facts: factsOf(setting, sections.sessions),
  };
}

const DECIDING_KEYS: Readonly<Record<ProfileKind, readonly string[]>> = {
  web_identity: ["role_arn"],
  assume_role: ["role_arn"],
  sso: ["sso_session", "sso_start_url"],
  login: ["login_session"],
  static_keys: ["aws_access_key_id", "aws_secret_access_key"],
  process: ["credential_process"],
  settings_only: [],
};

type Setting = (key: string) => string | undefined;

/** In the order in which the AWS SDKs look. */
function kindOf(setting: Setting): ProfileKind {
  const isSet = (keys: readonly string[]) => keys.some((key) => setting(key) !== undefined);
  if (isSet(DECIDING_KEYS.assume_role)) {
    return isSet(["web_identity_token_file"]) ? "web_identity" : "assume_role";
  }
  const kinds = ["sso", "login", "static_keys", "process"] as const;
  return kinds.find((kind) => isSet(DECIDING_KEYS[kind])) ?? "settings_only";
}

/** No standard says where an expiry is kept; these are the names that the usual login tools write. */
function expiryOf(setting: Setting): number | undefined {
  const keys = [
    "aws_expiration",
    "x_security_token_expires",
    "aws_session_expiration",
    "expiration",
    "expires_at",
  ];
  return keys.map((key) => parseExpiry(setting(key))).find((expiry) => expiry !== undefined);
}

function factsOf(setting: Setting, sessions: DocumentNode | undefined): AwsProfile["facts"] {
  const ssoSession = setting("sso_session");
  const session = ssoSession === undefined ? undefined : nodeAt(sessions, `sso-session ${ssoSession}`);
  const startUrl = setting("sso_start_url") ?? textOf(stringAt(session, "sso_start_url"));
  const roleArn = setting("role_arn");
  return {
    region: setting("region"),
    accountId: accountOf(roleArn) ?? setting("sso_account_id") ?? setting("aws_account_id"),
    roleArn,
    sourceProfile: setting("source_profile"),
    credentialSource: setting("credential_source"),
    needsMfa: setting("mfa_serial") === undefined ? undefined : true,
    ssoSession,
    ssoStartUrl: startUrl === undefined ? undefined : cleanUrl(startUrl),
    ssoRegion: setting("sso_region") ?? textOf(stringAt(session, "sso_region")),
    ssoRole: setting("sso_role_name"),
    isTemporary: setting("aws_session_token") === undefined ? undefined : true,
    program: programOf(setting("credential_process")),
  };
}

function accountOf(arn: string | undefined): string | undefined {
  return /^arn:[\w-]+:iam::(\d{12}):/.exec(arn ?? "")?.[1];
}

/** The program of a command line without its folder; what follows may hold a secret. */
function programOf(command: string | undefined): string | undefined {
  if (command === undefined) return undefined;
  const program = /^"([^"]+)"|^'([^']+)'|^(\S+)/.exec(command);
  return (program?.[1] ?? program?.[2] ?? program?.[3])?.split(/[/\\]/).at(-1);
}

function textOf(value: string | undefined): string | undefined {
  const text = value?.trim();
  return text === "" ? undefined : text;
}
