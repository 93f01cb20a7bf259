import type { ResourceDraft } from "../../../model/resource.ts";
import { nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";
import { machineCredential } from "../../credentials/credential-draft.ts";
import { judgeCredential, type CredentialStatus } from "../../credentials/credential-status.ts";
import {
  activeConfiguration,
  configurationFile,
  gcloudFolder,
  isConfigurationName,
  readConfiguration,
} from "../../gcloud-folder.ts";
import { joinPath, placeOf } from "../../home-path.ts";
import type { DetectContext } from "../../types.ts";

const ACCOUNT = /^[\w.+-]+@[\w.:-]+$/;

/** Where a configuration of gcloud names an account. */
interface Naming {
  readonly account: string;
  readonly configuration: string;
  readonly path: string;
  readonly line: number | undefined;
}

/**
 * The accounts that gcloud knows: those it keeps a folder for, and those that a configuration names. Its database of
 * tokens is never opened.
 */
export function detectAccounts(context: DetectContext): readonly ResourceDraft[] {
  const folder = gcloudFolder(context.platform);
  const kept = readNames(context, joinPath(context.platform, folder, "legacy_credentials"));
  const namings = readNamings(context, folder);
  const accounts = [...new Set([...kept, ...namings.map(({ account }) => account)])].toSorted();
  return accounts
    .filter((account) => ACCOUNT.test(account))
    .map((account) => createDraft(account, { folder, isKept: kept.includes(account), namings }, context));
}

interface AccountFacts {
  readonly folder: string;
  readonly isKept: boolean;
  readonly namings: readonly Naming[];
}

function createDraft(account: string, facts: AccountFacts, context: DetectContext): ResourceDraft {
  const { platform } = context;
  const namings = facts.namings.filter((naming) => naming.account === account);
  const active = activeConfiguration(platform, facts.folder)?.name;
  const place = placeOfAccount(account, facts, context);
  return machineCredential({
    name: `gcloud:${account}`,
    provider: "google",
    accessPattern: `gcloud --account=${account}`,
    description: "Account of gcloud",
    ...judgeAccount(account, facts, context),
    ...place,
    metadata: {
      account,
      configurations: namings.map(({ configuration }) => configuration),
      isActive: namings.some(({ configuration }) => configuration === active),
    },
  });
}

function placeOfAccount(
  account: string,
  { folder, isKept, namings }: AccountFacts,
  context: DetectContext,
): Pick<ResourceDraft, "file" | "line"> {
  if (isKept) return { file: placeOf(legacyFile(context, folder, account), context) };
  const naming = namings.find((one) => one.account === account);
  return naming === undefined ? {} : { file: placeOf(naming.path, context), line: naming.line };
}

function judgeAccount(
  account: string,
  { folder, isKept }: AccountFacts,
  context: DetectContext,
): CredentialStatus {
  const { platform } = context;
  if (isKept) return judgeCredential({ path: legacyFile(context, folder, account) }, platform);
  const database = joinPath(platform, folder, "credentials.db");
  if (platform.files.stat(database) !== undefined) return judgeCredential({ path: database }, platform);
  return { status: "unknown", statusReason: "a configuration names it, and gcloud keeps no login here" };
}

function legacyFile({ platform }: DetectContext, folder: string, account: string): string {
  return joinPath(platform, folder, "legacy_credentials", account, "adc.json");
}

function readNamings(context: DetectContext, folder: string): readonly Naming[] {
  const { platform } = context;
  const files = readNames(context, joinPath(platform, folder, "configurations"));
  const names = files
    .filter((name) => name.startsWith("config_"))
    .map((name) => name.slice("config_".length));
  return names.filter(isConfigurationName).flatMap((configuration) => {
    const path = configurationFile(platform, folder, configuration);
    const read = readConfiguration(platform, path);
    const account = read.isRead ? stringAt(read.root, "core", "account")?.trim() : undefined;
    if (!read.isRead || account === undefined) return [];
    return [{ account, configuration, path, line: nodeAt(read.root, "core", "account")?.position.line }];
  });
}

function readNames({ platform }: DetectContext, folder: string): readonly string[] {
  const read = platform.files.readFolder(folder);
  if (!read.isRead) return [];
  return read.entries.flatMap(({ name }) => (typeof name === "string" ? [name] : [])).toSorted();
}
