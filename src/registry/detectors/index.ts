import type { Detector } from "../types.ts";
import { aiAssistantDetector } from "./ai-assistant/index.ts";
import { aiProviderDetector } from "./ai-provider/index.ts";
import { awsProfilesDetector } from "./aws-profiles/index.ts";
import { cliToolDetector } from "./cli-tool/index.ts";
import { composeDetector } from "./compose/index.ts";
import { configFileDetector } from "./config-file/index.ts";
import { containerEngineDetector } from "./container-engine/index.ts";
import { devcontainerDetector } from "./devcontainer/index.ts";
import { dockerRegistriesDetector } from "./docker-registries/index.ts";
import { dockerfileDetector } from "./dockerfile/index.ts";
import { documentDetector } from "./document/index.ts";
import { environmentCredentialsDetector } from "./environment-credentials/index.ts";
import { gcloudConfigDetector } from "./gcloud-config/index.ts";
import { gcpDeclaredDetector } from "./gcp-declared/index.ts";
import { gcpProjectDetector } from "./gcp-project/index.ts";
import { gitCredentialsDetector } from "./git-credentials/index.ts";
import { githubCliDetector } from "./github-cli/index.ts";
import { githubRepositoryDetector } from "./github-repository/index.ts";
import { githubWorkflowDetector } from "./github-workflow/index.ts";
import { googleCredentialsDetector } from "./google-credentials/index.ts";
import { kubeconfigDetector } from "./kubeconfig/index.ts";
import { libraryDetector } from "./library/index.ts";
import { localServiceDetector } from "./local-service/index.ts";
import { mcpServerDetector } from "./mcp-server/index.ts";
import { modelServerDetector } from "./model-server/index.ts";
import { netrcDetector } from "./netrc/index.ts";
import { npmRegistriesDetector } from "./npm-registries/index.ts";
import { packageRegistriesDetector } from "./package-registries/index.ts";
import { procfileDetector } from "./procfile/index.ts";
import { sshKeysDetector } from "./ssh-keys/index.ts";
import { terraformDetector } from "./terraform/index.ts";

/** Every detector that `orchestra` has. `npm run new:detector NAME` adds to it. */
export const DETECTORS: readonly Detector[] = [
  aiAssistantDetector,
  aiProviderDetector,
  awsProfilesDetector,
  cliToolDetector,
  composeDetector,
  configFileDetector,
  containerEngineDetector,
  devcontainerDetector,
  dockerRegistriesDetector,
  dockerfileDetector,
  documentDetector,
  environmentCredentialsDetector,
  gcloudConfigDetector,
  gcpDeclaredDetector,
  gcpProjectDetector,
  gitCredentialsDetector,
  githubCliDetector,
  githubRepositoryDetector,
  githubWorkflowDetector,
  googleCredentialsDetector,
  kubeconfigDetector,
  libraryDetector,
  localServiceDetector,
  mcpServerDetector,
  modelServerDetector,
  netrcDetector,
  npmRegistriesDetector,
  packageRegistriesDetector,
  procfileDetector,
  sshKeysDetector,
  terraformDetector,
];
