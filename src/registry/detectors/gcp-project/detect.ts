import type { DocumentNode } from "../../../model/document.ts";
import type { ResourceDraft } from "../../../model/resource.ts";
import { nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";
import {
  activeConfiguration,
  configurationFile,
  gcloudFolder,
  readConfiguration,
} from "../../gcloud-folder.ts";
import { readHomeDocument } from "../../home-file.ts";
import { joinPath, variablePath } from "../../home-path.ts";
import { showPath } from "../../place.ts";
import type { DetectContext, Detection } from "../../types.ts";
import { projectDraft, type ProjectMention } from "./project-draft.ts";

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
  return { resources: [...fromVariables(context), ...fromConfiguration(context), ...credentials] };
}

function fromVariables({ platform }: DetectContext): readonly ResourceDraft[] {
  return VARIABLES.flatMap((name) =>
    projectDraft(platform.host.env[name], { what: name, isOfMachine: true }),
  );
}

function fromConfiguration({ platform }: DetectContext): readonly ResourceDraft[] {
  const folder = gcloudFolder(platform);
  const active = activeConfiguration(platform, folder);
  if (active === undefined) return [];
  const path = configurationFile(platform, folder, active.name);
  const read = readConfiguration(platform, path);
  if (!read.isRead) return [];
  return named(nodeAt(read.root, "core", "project"), {
    what: `gcloud configuration ${active.name}`,
    file: showPath(path, platform),
  });
}

/**
 * Application default credentials pay with their quota project; a key of a service account has the project that it
 * belongs to. What is wrong with the file is said by the detector of Google's credentials.
 */
async function fromDefaultCredentials(context: DetectContext): Promise<readonly ResourceDraft[]> {
  const { platform } = context;
  const chosen = variablePath(platform, "GOOGLE_APPLICATION_CREDENTIALS");
  const path = chosen ?? joinPath(platform, gcloudFolder(platform), "application_default_credentials.json");
  const document = await readHomeDocument(context, path, "json");
  const node = nodeAt(document?.root, "quota_project_id") ?? nodeAt(document?.root, "project_id");
  return named(node, { what: "application default credentials", file: document?.file });
}

function named(node: DocumentNode | undefined, mention: ProjectMention): readonly ResourceDraft[] {
  return projectDraft(stringAt(node), { ...mention, line: node?.position.line, isOfMachine: true });
}
