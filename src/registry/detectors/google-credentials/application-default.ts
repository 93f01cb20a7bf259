import type { ResourceDraft } from "../../../model/resource.ts";
import { machineCredential } from "../../credentials/credential-draft.ts";
import { judgeCredential } from "../../credentials/credential-status.ts";
import { gcloudFolder } from "../../gcloud-folder.ts";
import { readHomeDocument, type HomeDocument } from "../../home-file.ts";
import { joinPath, looksLikePath, pathInTree, placeOf, variablePath } from "../../home-path.ts";
import type { DetectContext, Detection } from "../../types.ts";
import { extractGoogleCredential, type GoogleCredential } from "./extract.ts";

const VARIABLE = "GOOGLE_APPLICATION_CREDENTIALS";

/** What Google's libraries would use: the file that the variable names, else the one that gcloud wrote. */
export async function detectApplicationDefault(context: DetectContext): Promise<Detection> {
  const { platform } = context;
  const named = looksLikePath(platform.host.env[VARIABLE]?.trim() ?? "")
    ? variablePath(platform, VARIABLE)
    : undefined;
  const usual = joinPath(platform, gcloudFolder(platform), "application_default_credentials.json");
  const candidates = named === undefined || named === usual ? [usual] : [named, usual];
  const found = await Promise.all(candidates.map((path) => readHomeDocument(context, path, "json")));
  return {
    resources: candidates.flatMap((path, index) =>
      draftsOf(found[index], { path, isActive: index === 0, isNamed: path === named }, context),
    ),
    diagnostics: found.flatMap((document) => document?.diagnostics ?? []),
  };
}

interface Candidate {
  readonly path: string;
  readonly isActive: boolean;
  /** By the variable. */
  readonly isNamed: boolean;
}

function draftsOf(
  document: HomeDocument | undefined,
  candidate: Candidate,
  context: DetectContext,
): readonly ResourceDraft[] {
  if (document === undefined) return candidate.isNamed ? [lostFile(candidate.path, context)] : [];
  const credential = extractGoogleCredential(document.root);
  if (credential === undefined) return [unreadableFile(document, candidate)];
  const isKey = credential.kind === "service_account";
  if (isKey && isReportedAsKey(candidate.path, context)) return [];
  return [
    machineCredential({
      ...describe(credential),
      provider: "google",
      ...judgeCredential({ path: document.path }, context.platform),
      accessPattern: document.file,
      file: document.file,
      line: credential.line,
      metadata: {
        kind: credential.kind,
        account: credential.account,
        ...credential.facts,
        ...(isKey ? { keyFile: document.file } : {}),
        isApplicationDefault: candidate.isActive,
        namedBy: candidate.isNamed ? VARIABLE : undefined,
      },
    }),
  ];
}

/** A key inside the tree is found with all others there. */
function isReportedAsKey(path: string, context: DetectContext): boolean {
  const inTree = pathInTree(path, context);
  return inTree?.toLowerCase().endsWith(".json") === true && context.workspace.get(inTree) !== undefined;
}

function describe(
  credential: GoogleCredential,
): Pick<Parameters<typeof machineCredential>[0], "name" | "resourceType" | "description"> {
  if (credential.kind === "service_account" && credential.account !== undefined) {
    return {
      name: credential.account,
      resourceType: "service_account",
      description: "Key of a Google service account, used as Application Default Credentials",
    };
  }
  return { name: "google-adc", description: "Application Default Credentials of Google" };
}

function lostFile(path: string, context: DetectContext): ResourceDraft {
  const file = placeOf(path, context);
  return machineCredential({
    name: "google-adc",
    provider: "google",
    accessPattern: file,
    description: "Application Default Credentials of Google",
    status: "missing",
    statusReason: `${VARIABLE} names ${file}, which is not there`,
    file,
    metadata: { isApplicationDefault: true, namedBy: VARIABLE },
  });
}

function unreadableFile(document: HomeDocument, candidate: Candidate): ResourceDraft {
  const isUnread = document.root === undefined && document.diagnostics.length > 0;
  return machineCredential({
    name: "google-adc",
    provider: "google",
    accessPattern: document.file,
    description: "Application Default Credentials of Google",
    status: isUnread ? "unknown" : "degraded",
    statusReason: isUnread ? "the file could not be read" : "the file is no credential file of Google",
    file: document.file,
    metadata: {
      isApplicationDefault: candidate.isActive,
      namedBy: candidate.isNamed ? VARIABLE : undefined,
    },
  });
}
