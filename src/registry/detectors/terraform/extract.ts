import { posix } from "node:path";
import type { DocumentNode } from "../../../model/document.ts";
import type { JsonObject } from "../../../model/json.ts";
import type { ResourceDraft } from "../../../model/resource.ts";
import {
  literalAt,
  nestedBlocks,
  readTerraformBlocks,
  terraformFormat,
  type TerraformBlock,
} from "../../../workspace/documents/terraform.ts";
import { membersOf } from "../../../workspace/parsers/navigate.ts";
import { withoutUserInfo } from "../../clean-url.ts";
import type { Detection, SourceFile } from "../../types.ts";

/** Settings of a backend that say where the state is; keys and passwords are not among them. */
const BACKEND_SETTINGS = [
  "bucket",
  "prefix",
  "key",
  "region",
  "path",
  "organization",
  "hostname",
  "container_name",
  "storage_account_name",
  "resource_group_name",
  "address",
  "dynamodb_table",
];

const WORTH_PARSING = /\b(terraform|provider|module|variable|resource|data|output|locals)\b/;

/** What one file says of the module that its folder is; files of a folder are put together afterwards. */
export async function extractTerraform(file: SourceFile): Promise<Detection> {
  if (file.path.endsWith(".terraform.lock.hcl")) return lockDraft(file);
  if (!WORTH_PARSING.test(file.readText() ?? "")) return { resources: [] };
  const parsed = await file.parse(terraformFormat(file.path));
  const blocks = readTerraformBlocks(parsed?.documents[0]);
  if (blocks.length === 0) return { resources: [] };
  const settings = blocks.filter(({ type }) => type === "terraform").map(({ body }) => body);
  const of = (type: string) => blocks.filter((block) => block.type === type);
  const requiredVersion = settings.map((body) => literalAt(body, "required_version")).find(Boolean);
  const metadata = {
    requiredVersion,
    providers: [
      ...settings.flatMap((body) => requiredProviders(body, file.path)),
      ...of("provider").map((block) => configuredProvider(block, file.path)),
    ],
    backends: settings.flatMap((body) => backendsOf(body, file.path)),
    modules: of("module").map((block) => calledModule(block, file.path)),
    resources: of("resource").length,
    variables: of("variable").length,
  };
  return {
    resources: [
      partOf(
        file.path,
        settings.length > 0 ? blocks.find(({ type }) => type === "terraform") : blocks[0],
        metadata,
      ),
    ],
  };
}

/** A draft that stands for one file of a module, to be combined. */
function partOf(path: string, block: TerraformBlock | undefined, metadata: JsonObject): ResourceDraft {
  const folder = posix.dirname(path);
  return {
    name: folder,
    resourceType: "terraform",
    accessPattern: `terraform -chdir=${folder}`,
    description: "Terraform module",
    version: typeof metadata["requiredVersion"] === "string" ? metadata["requiredVersion"] : undefined,
    status: "available",
    tags: ["terraform"],
    metadata,
    file: path,
    line: block?.line,
  };
}

async function lockDraft(file: SourceFile): Promise<Detection> {
  const parsed = await file.parse("hcl");
  const lockedProviders = readTerraformBlocks(parsed?.documents[0])
    .filter(({ type }) => type === "provider")
    .map(({ labels, body, line }) => ({
      source: labels[0],
      version: literalAt(body, "version"),
      file: file.path,
      line,
    }));
  return { resources: [partOf(file.path, undefined, { lockedProviders })] };
}

function requiredProviders(body: DocumentNode, file: string): readonly JsonObject[] {
  return nestedBlocks(body, "required_providers", 0).flatMap((block) =>
    membersOf(block.body).map(({ key, keyPosition, value }) => ({
      name: key,
      source: literalAt(value, "source"),
      version: literalAt(value, "version") ?? literalAt(value),
      file,
      line: keyPosition.line,
    })),
  );
}

function configuredProvider({ labels, body, line }: TerraformBlock, file: string): JsonObject {
  return {
    name: labels[0],
    alias: literalAt(body, "alias"),
    version: literalAt(body, "version"),
    isConfigured: true,
    file,
    line,
  };
}

function backendsOf(body: DocumentNode, file: string): readonly JsonObject[] {
  const backends = nestedBlocks(body, "backend", 1).map((block) => ({ ...block, kind: block.labels[0] }));
  const clouds = nestedBlocks(body, "cloud", 0).map((block) => ({ ...block, kind: "cloud" }));
  return [...backends, ...clouds].map((block) => ({
    kind: block.kind,
    settings: Object.fromEntries(
      BACKEND_SETTINGS.map((name) => [name, literalAt(block.body, name)]).filter(
        ([, value]) => value !== undefined,
      ),
    ),
    file,
    line: block.line,
  }));
}

function calledModule({ labels, body, line }: TerraformBlock, file: string): JsonObject {
  const source = literalAt(body, "source");
  const shown = source === undefined ? undefined : withoutUserInfo(source);
  return { name: labels[0], source: shown, version: literalAt(body, "version"), file, line };
}
