import type { Detector } from "../types.ts";
import { awsProfilesDetector } from "./aws-profiles/index.ts";
import { cliToolDetector } from "./cli-tool/index.ts";
import { composeDetector } from "./compose/index.ts";
import { configFileDetector } from "./config-file/index.ts";
import { containerEngineDetector } from "./container-engine/index.ts";
import { devcontainerDetector } from "./devcontainer/index.ts";
import { dockerRegistriesDetector } from "./docker-registries/index.ts";
import { dockerfileDetector } from "./dockerfile/index.ts";
import { documentDetector } from "./document/index.ts";
import { gcloudConfigDetector } from "./gcloud-config/index.ts";
import { gitCredentialsDetector } from "./git-credentials/index.ts";
import { githubCliDetector } from "./github-cli/index.ts";
import { googleCredentialsDetector } from "./google-credentials/index.ts";
import { kubeconfigDetector } from "./kubeconfig/index.ts";
import { localServiceDetector } from "./local-service/index.ts";
import { netrcDetector } from "./netrc/index.ts";
import { procfileDetector } from "./procfile/index.ts";

/** Every detector that `orchestra` has. `npm run new:detector NAME` adds to it. */
export const DETECTORS: readonly Detector[] = [
  awsProfilesDetector,
  cliToolDetector,
  composeDetector,
  configFileDetector,
  containerEngineDetector,
  devcontainerDetector,
  dockerRegistriesDetector,
  dockerfileDetector,
  documentDetector,
  gcloudConfigDetector,
  gitCredentialsDetector,
  githubCliDetector,
  googleCredentialsDetector,
  kubeconfigDetector,
  localServiceDetector,
  netrcDetector,
  procfileDetector,
];
