import type { ResourceDraft } from "../../../model/resource.ts";
import { machineCredential } from "../../credentials/credential-draft.ts";
import { judgeCredential, showExpiry, type CredentialStatus } from "../../credentials/credential-status.ts";
import { readHomeDocument, type HomeDocument } from "../../home-file.ts";
import { homePath, placeOf, variablePath } from "../../home-path.ts";
import type { DetectContext, Detection } from "../../types.ts";
import { extractProfiles, type AwsProfile } from "./extract.ts";
import { readSsoLogins } from "./sso-logins.ts";

/** Every profile of `~/.aws`, and the one that AWS_PROFILE asks for in vain. */
export async function detectProfiles(context: DetectContext): Promise<Detection> {
  const { platform } = context;
  const configPath = variablePath(platform, "AWS_CONFIG_FILE") ?? homePath(platform, ".aws", "config");
  const credentialsPath =
    variablePath(platform, "AWS_SHARED_CREDENTIALS_FILE") ?? homePath(platform, ".aws", "credentials");
  const config = await readHomeDocument(context, configPath, "ini");
  const credentials = await readHomeDocument(context, credentialsPath, "ini");
  const profiles = extractProfiles(config?.root, credentials?.root);
  const logins = profiles.some(({ kind }) => kind === "sso")
    ? readSsoLogins(context)
    : new Map<string, number>();
  const files = { config, credentials, logins };
  const isRead = [config, credentials].every((file) => (file?.diagnostics.length ?? 0) === 0);
  return {
    resources: [
      ...profiles.map((profile) => createDraft(profile, files, context)),
      ...(isRead ? lostProfile(profiles, placeOf(configPath, context), context) : []),
    ],
    diagnostics: [...(config?.diagnostics ?? []), ...(credentials?.diagnostics ?? [])],
  };
}

interface AwsFiles {
  readonly config: HomeDocument | undefined;
  readonly credentials: HomeDocument | undefined;
  readonly logins: ReadonlyMap<string, number>;
}

function createDraft(profile: AwsProfile, files: AwsFiles, context: DetectContext): ResourceDraft {
  const { name, kind, lines, facts } = profile;
  const expiresMs = profile.expiresMs ?? loginEnd(profile, files.logins);
  const places = (["config", "credentials"] as const).flatMap((which) => {
    const [file, line] = [files[which]?.file, lines[which]];
    return file === undefined || line === undefined ? [] : [{ file, line }];
  });
  return machineCredential({
    name: `aws:${name}`,
    provider: "aws",
    accessPattern: `aws --profile ${name}`,
    description: DESCRIPTIONS[kind],
    ...judgeProfile(profile, { path: files[profile.heldBy]?.path, expiresMs }, context),
    file: files[profile.heldBy]?.file,
    line: lines[profile.heldBy],
    metadata: {
      profile: name,
      kind,
      ...facts,
      expiresAt: showExpiry(expiresMs),
      isActive: name === activeProfile(context),
      places,
    },
  });
}

const DESCRIPTIONS: Readonly<Record<AwsProfile["kind"], string>> = {
  static_keys: "AWS profile with access keys",
  sso: "AWS profile that logs in through IAM Identity Center",
  login: "AWS profile that logs in through the console",
  assume_role: "AWS profile that assumes a role",
  web_identity: "AWS profile that assumes a role with a web identity token",
  process: "AWS profile whose credentials a program gives",
  settings_only: "AWS profile with settings and no credentials of its own",
};

function judgeProfile(
  { kind, isIncomplete }: AwsProfile,
  held: { readonly path: string | undefined; readonly expiresMs: number | undefined },
  { platform }: DetectContext,
): CredentialStatus {
  if (kind === "settings_only") {
    return { status: "unknown", statusReason: "it names no credentials; they may come from the environment" };
  }
  const flaw = isIncomplete ? "one of the two access keys is not written" : undefined;
  return judgeCredential(
    kind === "static_keys" ? { ...held, flaw } : { expiresMs: held.expiresMs, flaw },
    platform,
  );
}

function loginEnd({ facts }: AwsProfile, logins: ReadonlyMap<string, number>): number | undefined {
  const startUrl = facts["ssoStartUrl"];
  if (typeof startUrl !== "string") return undefined;
  const ends = [...logins]
    .filter(([url]) => withoutSlash(url) === withoutSlash(startUrl))
    .map(([, end]) => end);
  return ends.length === 0 ? undefined : Math.max(...ends);
}

function withoutSlash(url: string): string {
  return url.replace(/#?\/*$/, "");
}

function activeProfile({ platform }: DetectContext): string {
  const { env } = platform.host;
  return [env["AWS_PROFILE"], env["AWS_DEFAULT_PROFILE"]].find((name) => (name ?? "") !== "") ?? "default";
}

function lostProfile(
  profiles: readonly AwsProfile[],
  file: string,
  context: DetectContext,
): readonly ResourceDraft[] {
  const name = activeProfile(context);
  if (name === "default" || profiles.some((profile) => profile.name === name)) return [];
  return [
    machineCredential({
      name: `aws:${name}`,
      provider: "aws",
      accessPattern: `aws --profile ${name}`,
      description: "AWS profile that AWS_PROFILE asks for",
      status: "missing",
      statusReason: "AWS_PROFILE names it, and neither file of AWS has it",
      file,
      metadata: { profile: name, isActive: true },
    }),
  ];
}
