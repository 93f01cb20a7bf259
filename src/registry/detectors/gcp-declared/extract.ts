import { posix } from "node:path";
import type { ResourceDraft } from "../../../model/resource.ts";
import { readTerraformBlocks, terraformFormat } from "../../../workspace/documents/terraform.ts";
import { stringAt } from "../../../workspace/parsers/navigate.ts";
import { groupDrafts, metadataItems, metadataText } from "../../metadata.ts";
import type { Detection, SourceFile } from "../../types.ts";
import { declaredApis, type DeclaredApi } from "./apis.ts";
import { appEngineService, cloudBuild, knativeService, terraformServices } from "./services.ts";

const WORTH_PARSING = /googleapis\.com|\bgoogle_/;

/** Files in Kubernetes' form whose name says nothing are read only where they name one of these. */
const GOOGLE_MANIFEST =
  /serving\.knative\.dev\/|run\.googleapis\.com\/|serviceusage\.cnrm\.cloud\.google\.com\//;

/** The APIs and services of Google Cloud that a file declares. */
export async function extractDeclared(file: SourceFile): Promise<Detection> {
  const text = file.readText() ?? "";
  if (/\.tf(\.json)?$/.test(file.path))
    return WORTH_PARSING.test(text) ? fromTerraform(file) : { resources: [] };
  const name = posix.basename(file.path).toLowerCase();
  const isApp = /^app\.ya?ml$/.test(name);
  const isBuild = /^cloudbuild[\w.-]*\.ya?ml$/.test(name);
  if (!isApp && !isBuild && !GOOGLE_MANIFEST.test(text)) return { resources: [] };
  const parsed = await file.parse("yaml");
  const resources = (parsed?.documents ?? []).flatMap((root) => [
    ...(isApp ? appEngineService(root, file.path) : []),
    ...(isBuild ? cloudBuild(root, file.path) : []),
    ...knativeService(root, file.path),
    ...(stringAt(root, "kind") === "Service" &&
    (stringAt(root, "apiVersion") ?? "").startsWith("serviceusage.cnrm.")
      ? apiDraft(
          {
            service: stringAt(root, "spec", "resourceID") ?? stringAt(root, "metadata", "name") ?? "",
            line: root.position.line,
            isConditional: false,
          },
          file.path,
        )
      : []),
  ]);
  return { resources };
}

async function fromTerraform(file: SourceFile): Promise<Detection> {
  const parsed = await file.parse(terraformFormat(file.path));
  const blocks = readTerraformBlocks(parsed?.documents[0]);
  return {
    resources: [
      ...declaredApis(blocks).flatMap((api) => apiDraft(api, file.path)),
      ...terraformServices(blocks, file.path),
    ],
  };
}

function apiDraft({ service, line, isConditional }: DeclaredApi, file: string): readonly ResourceDraft[] {
  if (!service.endsWith(".googleapis.com")) return [];
  return [
    {
      name: service.slice(0, service.indexOf(".")),
      resourceType: "gcp_api",
      accessPattern: `gcloud services enable ${service}`,
      description: `Google Cloud API ${service}`,
      status: "unknown",
      statusReason: "the repository enables it; Google Cloud was not asked",
      tags: ["gcp", "api"],
      metadata: { service, places: [{ file, line, isConditional }] },
      file,
      line,
    },
  ];
}

/** One resource an API, with every place that enables it; services stay as they are. */
export function combineApis(drafts: readonly ResourceDraft[]): readonly ResourceDraft[] {
  const services = drafts.filter(({ resourceType }) => resourceType !== "gcp_api");
  const apis = drafts.filter(({ resourceType }) => resourceType === "gcp_api");
  const combined = groupDrafts(apis, (draft) => metadataText(draft, "service")).map((group) => ({
    ...group[0],
    metadata: { ...group[0].metadata, places: metadataItems(group, "places") },
  }));
  return [...services, ...combined];
}
