import type { StructuredFormat } from "../../../model/document.ts";
import type { ResourceDraft } from "../../../model/resource.ts";
import type { Platform } from "../../../platform/types.ts";
import { machineCredential } from "../../credentials/credential-draft.ts";
import { judgeCredential, type CredentialStatus } from "../../credentials/credential-status.ts";
import { readHomeDocument, type HomeDocument } from "../../home-file.ts";
import { homePath, joinPath, userConfigPath, variablePath } from "../../home-path.ts";
import { judgeReference } from "../../credentials/variable-reference.ts";
import type { DetectContext, Detection } from "../../types.ts";
import type { ExtractLogins, PackageLogin } from "./entry.ts";
import { extractCargo, extractComposer, extractGems, extractTerraform } from "./others.ts";
import { extractPipConf, extractPypirc } from "./python.ts";

interface LoginFile {
  readonly provider: string;
  readonly format: StructuredFormat;
  /** Places where the tool looks; the first that is there counts. */
  readonly paths: (platform: Platform) => readonly string[];
  readonly extract: ExtractLogins;
}

const FILES: readonly LoginFile[] = [
  {
    provider: "pypi",
    format: "ini",
    paths: (platform) => [homePath(platform, ".pypirc")],
    extract: extractPypirc,
  },
  { provider: "pip", format: "ini", paths: pipPaths, extract: extractPipConf },
  { provider: "gem", format: "yaml", paths: gemPaths, extract: extractGems },
  { provider: "cargo", format: "toml", paths: cargoPaths, extract: extractCargo },
  { provider: "terraform", format: "json", paths: terraformPaths, extract: extractTerraform },
  { provider: "composer", format: "json", paths: composerPaths, extract: extractComposer },
];

/** The logins of package managers other than npm that the home folder holds. */
export async function detectPackageLogins(context: DetectContext): Promise<Detection> {
  const found = await Promise.all(FILES.map((file) => detectFile(file, context)));
  return {
    resources: found.flatMap(({ resources }) => resources),
    diagnostics: found.flatMap(({ diagnostics }) => diagnostics ?? []),
  };
}

async function detectFile(file: LoginFile, context: DetectContext): Promise<Detection> {
  const documents = await Promise.all(
    file.paths(context.platform).map((path) => readHomeDocument(context, path, file.format)),
  );
  const document = documents.find((one) => one !== undefined);
  if (document === undefined) return { resources: [] };
  const logins = file.extract(document.root);
  return {
    resources: logins.map((login) => createDraft(login, { provider: file.provider, document }, context)),
    diagnostics: document.diagnostics,
  };
}

function createDraft(
  login: PackageLogin,
  { provider, document }: { readonly provider: string; readonly document: HomeDocument },
  context: DetectContext,
): ResourceDraft {
  return machineCredential({
    name: login.name,
    resourceType: login.kind === "token" ? "access_token" : "credential",
    provider,
    accessPattern: login.url ?? document.file,
    description:
      login.kind === "token" ? "Token for a registry of packages" : "Login to a registry of packages",
    ...judgeLogin(login, document, context),
    file: document.file,
    line: login.line,
    metadata: { url: login.url, kind: login.kind, login: login.login, reference: login.reference },
  });
}

function judgeLogin(
  { reference, isIncomplete }: PackageLogin,
  { path }: HomeDocument,
  { platform }: DetectContext,
): CredentialStatus {
  if (reference !== undefined) return judgeReference(reference, platform);
  if (isIncomplete) return { status: "unknown", statusReason: "its password is not in the file" };
  return judgeCredential({ path }, platform);
}

function pipPaths(platform: Platform): readonly string[] {
  const chosen = variablePath(platform, "PIP_CONFIG_FILE");
  if (chosen !== undefined) return [chosen];
  if (platform.host.os === "windows") {
    return [userConfigPath(platform, "pip", "pip.ini"), homePath(platform, "pip", "pip.ini")];
  }
  return [userConfigPath(platform, "pip", "pip.conf"), homePath(platform, ".pip", "pip.conf")];
}

function gemPaths(platform: Platform): readonly string[] {
  return [
    homePath(platform, ".gem", "credentials"),
    homePath(platform, ".local", "share", "gem", "credentials"),
  ];
}

function cargoPaths(platform: Platform): readonly string[] {
  const folder = variablePath(platform, "CARGO_HOME") ?? homePath(platform, ".cargo");
  return ["credentials.toml", "credentials"].map((name) => joinPath(platform, folder, name));
}

function terraformPaths(platform: Platform): readonly string[] {
  const name = "credentials.tfrc.json";
  if (platform.host.os === "windows") return [userConfigPath(platform, "terraform.d", name)];
  return [homePath(platform, ".terraform.d", name)];
}

function composerPaths(platform: Platform): readonly string[] {
  const folder = variablePath(platform, "COMPOSER_HOME");
  if (folder !== undefined) return [joinPath(platform, folder, "auth.json")];
  return [userConfigPath(platform, "composer", "auth.json"), homePath(platform, ".composer", "auth.json")];
}
