import { posix } from "node:path";
import type { ConfigLayer } from "../../model/config-entry.ts";
import { literalAt, readTerraformBlocks, terraformFormat } from "../../workspace/documents/terraform.ts";
import { membersOf, nodeAt, toPlain } from "../../workspace/parsers/navigate.ts";
import type { ConfigFile, FileSource, FoundValue } from "./types.ts";

/** Terraform's variables: defaults of `variable` blocks, and every form of tfvars. */
export const terraformSource: FileSource = {
  kind: "terraform",
  accepts: (path) => /\.(tf|tofu|tfvars)(\.json)?$/i.test(path),
  layerOf,
  environmentOf: (path) =>
    layerOf(path) === "terraform_var_file" ? posix.basename(path).replace(/\.tfvars(\.json)?$/i, "") : "all",
  extract: async (file) =>
    /\.tfvars(\.json)?$/i.test(file.path) ? readAssignments(file) : readDefaults(file),
};

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

async function readDefaults(file: ConfigFile): Promise<readonly FoundValue[]> {
  const parsed = await file.parse(terraformFormat(file.path));
  return readTerraformBlocks(parsed?.documents[0]).flatMap(({ type, labels, body }) => {
    const [name] = labels;
    const value = nodeAt(body, "default");
    if (type !== "variable" || name === undefined || value === undefined) return [];
    const isSensitive = literalAt(body, "sensitive") === "true";
    const isExpression = value.kind === "scalar" && value.isExpression === true;
    return [{ key: name, value: toPlain(value), ...value.position, isSensitive, isExpression }];
  });
}
