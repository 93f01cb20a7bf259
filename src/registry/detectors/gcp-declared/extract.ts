import { posix } from "node:path";
import type { DocumentNode } from "../../../model/document.ts";
import type { ResourceDraft } from "../../../model/resource.ts";
import { readTerraformBlocks, terraformFormat } from "../../../workspace/documents/terraform.ts";
import { nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";
import type { Detection, SourceFile } from "../../types.ts";
import { apiDraft, listDraft, referenceDraft } from "./api-drafts.ts";
import { declaredApis, isService, listedApis } from "./apis.ts";
import { appEngineService, cloudBuild, knativeService } from "./services.ts";
import { namesService, terraformServices } from "./terraform-services.ts";

const NAMES_API = /"google_project_services?"|\.googleapis\.com"/;

/** Files in Kubernetes' form whose name says nothing are read only where they name one of these. */
const GOOGLE_MANIFEST =
  /serving\.knative\.dev\/|run\.googleapis\.com\/|serviceusage\.cnrm\.cloud\.google\.com\//;

/** The APIs and services of Google Cloud that a file declares. */
export async function extractDeclared(file: SourceFile): Promise<Detection> {
  const text = file.readText() ?? "";
  if (/\.tf(\.json)?$/.test(file.path)) {
    return { resources: NAMES_API.test(text) || namesService(text) ? await fromTerraform(file) : [] };
  }
  const name = posix.basename(file.path).toLowerCase();
  const isApp = /^app([.-][\w-]+)*\.ya?ml$/.test(name);
  const isBuild = /^cloudbuild[\w.-]*\.ya?ml$/.test(name);
  if (!isApp && !isBuild && !GOOGLE_MANIFEST.test(text)) return { resources: [] };
  const parsed = await file.parse("yaml");
  const resources = (parsed?.documents ?? []).flatMap((root) => [
    ...(isApp ? appEngineService(root, file.path) : []),
    ...(isBuild ? cloudBuild(root, file.path) : []),
    ...knativeService(root, file.path),
    ...enabledService(root, file.path),
  ]);
  return { resources };
}

async function fromTerraform(file: SourceFile): Promise<readonly ResourceDraft[]> {
  const parsed = await file.parse(terraformFormat(file.path));
  const blocks = readTerraformBlocks(parsed?.documents[0]);
  return [
    ...declaredApis(blocks).map((api) =>
      api.kind === "api" ? apiDraft(api, file.path) : referenceDraft(api, file.path),
    ),
    ...[...listedApis(blocks)].map(([name, apis]) => listDraft(name, apis, file.path)),
    ...terraformServices(blocks, file.path),
  ];
}

/** Config Connector's way of enabling an API. */
function enabledService(root: DocumentNode, file: string): readonly ResourceDraft[] {
  const isUsage = stringAt(root, "apiVersion")?.startsWith("serviceusage.cnrm.cloud.google.com/") === true;
  if (!isUsage || stringAt(root, "kind") !== "Service") return [];
  const node = nodeAt(root, "spec", "resourceID") ?? nodeAt(root, "metadata", "name");
  const name = stringAt(node) ?? "";
  if (node === undefined || !isService(name)) return [];
  const { line } = node.position;
  return [apiDraft({ kind: "api", name, line, isConditional: false, by: "Config Connector" }, file)];
}
