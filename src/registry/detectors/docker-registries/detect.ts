import type { ResourceDraft } from "../../../model/resource.ts";
import { machineCredential } from "../../credentials/credential-draft.ts";
import { judgeCredential, type CredentialStatus } from "../../credentials/credential-status.ts";
import { readHomeDocument, type HomeDocument } from "../../home-file.ts";
import { homePath, joinPath, variablePath } from "../../home-path.ts";
import type { DetectContext, Detection } from "../../types.ts";
import { extractLogins, type RegistryLogin } from "./extract.ts";

/** The registries that Docker is logged in to. No credential helper is run. */
export async function detectRegistries(context: DetectContext): Promise<Detection> {
  const { platform } = context;
  const folder = variablePath(platform, "DOCKER_CONFIG") ?? homePath(platform, ".docker");
  const document = await readHomeDocument(context, joinPath(platform, folder, "config.json"), "json");
  if (document === undefined) return { resources: [] };
  return {
    resources: extractLogins(document.root).map((login) => createDraft(login, document, context)),
    diagnostics: document.diagnostics,
  };
}

function createDraft(login: RegistryLogin, document: HomeDocument, context: DetectContext): ResourceDraft {
  const { registry, line, storage, helper, username, hasIdentityToken } = login;
  return machineCredential({
    name: `docker:${registry}`,
    provider: "docker",
    accessPattern: `docker login ${registry}`,
    description: "Login of Docker to a registry",
    ...judgeLogin(login, document.path, context),
    file: document.file,
    line,
    metadata: {
      registry,
      storage,
      helper,
      isHelperInstalled:
        helper === undefined ? undefined : context.programs.find(`docker-credential-${helper}`).length > 0,
      username,
      hasIdentityToken: hasIdentityToken ? true : undefined,
    },
  });
}

function judgeLogin({ storage }: RegistryLogin, path: string, { platform }: DetectContext): CredentialStatus {
  if (storage === "plain") return judgeCredential({ path }, platform);
  if (storage === "helper") return { status: "available" };
  return { status: "unknown", statusReason: "the file names the registry and holds no login for it" };
}
