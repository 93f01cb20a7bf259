import { posix } from "node:path";
import type { DocumentNode } from "../../../model/document.ts";
import type { JsonObject } from "../../../model/json.ts";
import type { ResourceDraft } from "../../../model/resource.ts";
import {
  expressionAt,
  literalAt,
  readTerraformBlocks,
  terraformFormat,
  type TerraformBlock,
} from "../../../workspace/documents/terraform.ts";
import { membersOf, nodeAt } from "../../../workspace/parsers/navigate.ts";
import { metadataText } from "../../metadata.ts";
import type { SourceFile } from "../../types.ts";
import { isProjectId, projectDraft } from "./project-draft.ts";

const GOOGLE_PROVIDERS = new Set(["google", "google-beta"]);

/** Only a file that configures a provider of Google's, or gives a variable a value, is worth parsing. */
const WORTH_PARSING = /\bprovider"?\s*:?\s*[{"]|\bvariable\s+"\w*project\w*"\s*\{[^{}]*\bdefault\s*=\s*"/;

/** The files of values that Terraform takes without being told. */
const TAKEN_BY_ITSELF = /^(terraform|.*\.auto)\.tfvars$/;

/** Projects of the Google providers, and what is needed to follow `var.project` to its value. */
export async function extractTerraformProjects(file: SourceFile): Promise<readonly ResourceDraft[]> {
  const text = file.readText() ?? "";
  if (file.path.endsWith(".tfvars")) {
    if (!TAKEN_BY_ITSELF.test(posix.basename(file.path)) || !text.includes("project")) return [];
    return valuesOf((await file.parse("hcl"))?.documents[0], file.path);
  }
  if (!WORTH_PARSING.test(text)) return [];
  const parsed = await file.parse(terraformFormat(file.path));
  const blocks = readTerraformBlocks(parsed?.documents[0]);
  return blocks.flatMap((block) => [...fromProvider(block, file.path), ...fromDefault(block, file.path)]);
}

/** Puts the value in the place of each variable that a provider of the same folder takes its project from. */
export function followVariables(drafts: readonly ResourceDraft[]): readonly ResourceDraft[] {
  const values = drafts.filter((draft) => metadataText(draft, "given") !== "");
  const uses = drafts.filter((draft) => metadataText(draft, "variable") !== "");
  const whole = drafts.filter((draft) => !values.includes(draft) && !uses.includes(draft));
  return [...whole, ...uses.flatMap((use) => follow(use, values))];
}

function fromProvider({ type, labels, body }: TerraformBlock, file: string): readonly ResourceDraft[] {
  const [provider = ""] = labels;
  if (type !== "provider" || !GOOGLE_PROVIDERS.has(provider)) return [];
  const line = nodeAt(body, "project")?.position.line;
  const variable = /^var\.([\w-]+)$/.exec(expressionAt(body, "project") ?? "")?.[1];
  if (variable !== undefined) return [part({ variable, provider }, file, line)];
  return projectDraft(literalAt(body, "project"), { what: `provider ${provider}`, file, line });
}

function fromDefault({ type, labels, body }: TerraformBlock, file: string): readonly ResourceDraft[] {
  const project = literalAt(body, "default");
  const [given = ""] = labels;
  if (type !== "variable" || project === undefined || !isProjectId(project)) return [];
  return [part({ given, project, rank: 0 }, file, nodeAt(body, "default")?.position.line)];
}

function valuesOf(root: DocumentNode | undefined, file: string): readonly ResourceDraft[] {
  const rank = posix.basename(file) === "terraform.tfvars" ? 1 : 2;
  return membersOf(root).flatMap(({ key, value }) => {
    const project = literalAt(value);
    if (project === undefined || !key.includes("project") || !isProjectId(project)) return [];
    return [part({ given: key, project, rank }, file, value.position.line)];
  });
}

/** Stands for a variable or its value until the drafts of all files are combined. */
function part(metadata: JsonObject, file: string, line: number | undefined): ResourceDraft {
  return {
    name: "part",
    resourceType: "gcp_service",
    accessPattern: file,
    description: "",
    status: "unknown",
    metadata: { ...metadata, folder: posix.dirname(file) },
    file,
    line,
  };
}

/** A value of an `.auto.tfvars` goes before one of `terraform.tfvars`, and that before the variable's default. */
function follow(use: ResourceDraft, values: readonly ResourceDraft[]): readonly ResourceDraft[] {
  const rankOf = ({ metadata }: ResourceDraft) => Number(metadata?.["rank"] ?? 0);
  const value = values
    .filter(
      (draft) =>
        metadataText(draft, "given") === metadataText(use, "variable") &&
        metadataText(draft, "folder") === metadataText(use, "folder"),
    )
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .at(-1);
  if (value === undefined) return [];
  const what = `provider ${metadataText(use, "provider")} through var.${metadataText(use, "variable")}`;
  return projectDraft(metadataText(value, "project"), { what, file: value.file, line: value.line });
}
