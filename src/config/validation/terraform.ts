import type { ConfigEntry } from "../../model/config-entry.ts";
import { isMadeWrong } from "../../model/made-wrong.ts";
import { terraformTypeFault } from "../terraform-type.ts";
import { errorAt, type ConfigError, type ValidationInput } from "./types.ts";

/** Values of tfvars that their variable would refuse, and variables that nothing sets in a folder that has tfvars. */
export async function findTerraformFaults(input: ValidationInput): Promise<readonly ConfigError[]> {
  const folders = groupByScope(
    input.entries.filter(({ source }) => source.kind === "terraform" && !isMadeWrong(source.file ?? "")),
  );
  const errors: ConfigError[] = [];
  for (const entries of folders.values()) {
    const variables = new Map(
      entries.filter(({ declaration }) => declaration !== undefined).map((entry) => [entry.key, entry]),
    );
    const assigned = entries.filter(({ declaration, layer }) => {
      return declaration === undefined && layer !== "terraform_local";
    });
    for (const entry of assigned) {
      const type = variables.get(entry.key)?.declaration?.type;
      if (type !== undefined) errors.push(...(await checkType(entry, type, input)));
    }
    if (assigned.some(isRunHere)) errors.push(...findUnset([...variables.values()], assigned, input));
  }
  return errors;
}

/** Values with which somebody runs Terraform in that folder; those of an example leave something to its reader. */
function isRunHere({ layer, scope }: ConfigEntry): boolean {
  const isExample = /(^|\/)(examples?|samples?|tests?|fixtures?|templates?|docs?)(\/|$)/i.test(scope);
  return layer !== "terraform_var_file" && !isExample;
}

async function checkType(
  entry: ConfigEntry,
  type: string,
  { valueOf }: ValidationInput,
): Promise<readonly ConfigError[]> {
  if (entry.isExpression === true) return [];
  const value = await valueOf(entry);
  const fault = value === undefined ? undefined : terraformTypeFault(type, value);
  if (fault === undefined) return [];
  const message = `${entry.key} does not have the type of its variable: ${fault}`;
  return [
    errorAt(entry, { rule: "type_mismatch", message, hint: `The variable asks for ${type.slice(0, 120)}.` }),
  ];
}

/** Terraform asks for each of them when it is run in such a folder. */
function findUnset(
  variables: readonly ConfigEntry[],
  assigned: readonly ConfigEntry[],
  { entries }: ValidationInput,
): readonly ConfigError[] {
  const names = new Set(assigned.map(({ key }) => key));
  const given = new Set(
    entries
      .filter(({ layer }) => layer === "terraform_environment" || layer === "set" || layer === "command_line")
      .map(({ key }) => key.replace(/^TF_VAR_/, "")),
  );
  return variables
    .filter(({ key, isUnset }) => isUnset === true && !names.has(key) && !given.has(key))
    .map((entry) => {
      const message = `${entry.key} has no default, and neither a tfvars file beside it nor TF_VAR_${entry.key} sets it`;
      const hint = "Set it in terraform.tfvars, or give the variable a default.";
      return errorAt(entry, { rule: "required_variable_unset", message, hint });
    });
}

function groupByScope(entries: readonly ConfigEntry[]): ReadonlyMap<string, readonly ConfigEntry[]> {
  const groups = new Map<string, ConfigEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.scope);
    if (group === undefined) groups.set(entry.scope, [entry]);
    else group.push(entry);
  }
  return groups;
}
