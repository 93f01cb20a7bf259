import { posix } from "node:path";
import type { ConfigLayer } from "../../model/config-entry.ts";
import type { DocumentNode } from "../../model/document.ts";
import {
  literalAt,
  nestedBlocks,
  readTerraformBlocks,
  terraformFormat,
  type TerraformBlock,
} from "../../workspace/documents/terraform.ts";
import { membersOf, nodeAt, toPlain } from "../../workspace/parsers/navigate.ts";
import type { ConfigFile, FileSource, FoundValue } from "./types.ts";

/** Terraform's variables: `variable` blocks, literal `locals`, and every form of tfvars. */
export const terraformSource: FileSource = {
  kind: "terraform",
  accepts: (path) => /\.(tf|tofu|tfvars)(\.json)?$/i.test(path),
  layerOf,
  environmentOf: (path) =>
    layerOf(path) === "terraform_var_file" ? posix.basename(path).replace(/\.tfvars(\.json)?$/i, "") : "all",
  extract: async (file) => ({
    values: await (isAssignmentPath(file.path) ? readAssignments(file) : readConfiguration(file)),
  }),
};

/** True for the files that give variables their values. */
export function isAssignmentPath(path: string): boolean {
  return /\.tfvars(\.json)?$/i.test(path);
}

/** Terraform's own order; a tfvars file of any other name counts only where `-var-file` names it. */
function layerOf(path: string): ConfigLayer {
  const name = posix.basename(path).toLowerCase();
  if (/\.(tf|tofu)(\.json)?$/.test(name)) return "terraform_default";
  if (/\.auto\.tfvars(\.json)?$/.test(name)) return "terraform_auto_tfvars";
  if (name === "terraform.tfvars.json") return "terraform_tfvars_json";
  return name === "terraform.tfvars" ? "terraform_tfvars" : "terraform_var_file";
}

/** What a variable holds is one value, however deep: Terraform assigns it whole. */
async function readAssignments(file: ConfigFile): Promise<readonly FoundValue[]> {
  const parsed = await file.parse(terraformFormat(file.path));
  return membersOf(parsed?.documents[0]).map(({ key, keyPosition, value }) => ({
    key,
    value: toPlain(value),
    ...keyPosition,
    ...(value.kind === "scalar" && value.isExpression === true ? { isExpression: true } : {}),
  }));
}

async function readConfiguration(file: ConfigFile): Promise<readonly FoundValue[]> {
  const parsed = await file.parse(terraformFormat(file.path));
  return readTerraformBlocks(parsed?.documents[0]).flatMap((block) => {
    if (block.type === "variable") return readVariable(block);
    return block.type === "locals" ? readLocals(block.body) : [];
  });
}

/** One value a variable, at the place of its block; without a default it has none. */
function readVariable({ labels, body, line }: TerraformBlock): readonly FoundValue[] {
  const [key] = labels;
  if (key === undefined) return [];
  const value = nodeAt(body, "default");
  const type = typeText(nodeAt(body, "type"));
  const isSensitive = literalAt(body, "sensitive") === "true";
  const declaration = {
    ...(type === undefined ? {} : { type }),
    hasDefault: value !== undefined,
    isNullable: literalAt(body, "nullable") !== "false",
    isSensitive,
    hasValidation: nestedBlocks(body, "validation", 0).length > 0,
  };
  const isExpression = value?.kind === "scalar" && value.isExpression === true;
  return [
    {
      key,
      value: value === undefined ? undefined : toPlain(value),
      line,
      column: 1,
      isSensitive,
      isExpression,
      declaration,
    },
  ];
}

/** A type as it is written, on one line. */
function typeText(node: DocumentNode | undefined): string | undefined {
  if (node?.kind !== "scalar" || typeof node.value !== "string") return undefined;
  return node.value
    .replaceAll(/(#|\/\/)[^\n]*/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** Literal locals; what another expression makes is Terraform's to tell. */
function readLocals(body: DocumentNode): readonly FoundValue[] {
  return membersOf(body)
    .filter(({ value }) => isLiteral(value))
    .map(({ key, keyPosition, value }) => ({
      key: `local.${key}`,
      value: toPlain(value),
      ...keyPosition,
      layer: "terraform_local" as const,
    }));
}

function isLiteral(node: DocumentNode): boolean {
  if (node.kind === "list") return node.items.every(isLiteral);
  if (node.kind === "object") return node.members.every(({ value }) => isLiteral(value));
  return node.isExpression !== true && !(typeof node.value === "string" && /[$%]\{/.test(node.value));
}
