import { stringAt } from "../../../workspace/parsers/navigate.ts";
import {
  activeConfiguration,
  configurationFile,
  gcloudFolder,
  readConfiguration,
} from "../../gcloud-folder.ts";
import { readHomeDocument } from "../../home-file.ts";
import { showPath } from "../../place.ts";
import type { DetectContext, Detection } from "../../types.ts";
import { projectDraft } from "./project-draft.ts";

/** Variables that choose a project for gcloud, Google's libraries or Terraform. */
const VARIABLES = [
  "GOOGLE_CLOUD_PROJECT",
  "GOOGLE_PROJECT",
  "GCLOUD_PROJECT",
  "GCP_PROJECT",
  "GCP_PROJECT_ID",
  "CLOUDSDK_CORE_PROJECT",
  "GOOGLE_CLOUD_QUOTA_PROJECT",
  "DEVSHELL_PROJECT_ID",
];

/** Projects that this machine and this process name. */
export async function detectProjects(context: DetectContext): Promise<Detection> {
  const credentials = await fromDefaultCredentials(context);
  return {
    resources: [...fromVariables(context), ...fromConfiguration(context), ...credentials],
  };
}

function fromVariables({ platform }: DetectContext) {
  return VARIABLES.flatMap((name) =>
    projectDraft(platform.host.env[name], { what: name, isOfMachine: true }),
  );
}

function fromConfiguration({ platform }: DetectContext) {
  const folder = gcloudFolder(platform);
  const active = activeConfiguration(platform, folder);
  if (active === undefined) return [];
  const path = configurationFile(platform, folder, active.name);
  const read = readConfiguration(platform, path);
  if (!read.isRead) return [];
  const project = stringAt(read.root, "core", "project");
  return projectDraft(project, {
    what: `gcloud configuration ${active.name}`,
    file: showPath(path, platform),
    isOfMachine: true,
  });
}

/** Application default credentials pay with their quota project. */
async function fromDefaultCredentials(context: DetectContext) {
  const chosen = context.platform.host.env["GOOGLE_APPLICATION_CREDENTIALS"];
  const path =
    chosen !== undefined && chosen !== ""
      ? chosen
      : `${gcloudFolder(context.platform)}/application_default_credentials.json`;
  const document = await readHomeDocument(context, path, "json");
  const project = stringAt(document?.root, "quota_project_id") ?? stringAt(document?.root, "project_id");
  return projectDraft(project, {
    what: "application default credentials",
    file: document?.file,
    isOfMachine: true,
  });
}
