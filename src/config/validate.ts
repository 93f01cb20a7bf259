import { groupByKey } from "./normal-key.ts";
import { findBroken } from "./validation/contract.ts";
import { findDuplicates, findMissing } from "./validation/dotenv-files.ts";
import { findTerraformFaults } from "./validation/terraform.ts";
import { findUnsetVariables } from "./validation/usages.ts";
import type { ConfigError, ConfigValidation, ValidationInput } from "./validation/types.ts";

/**
 * Checks `.env` files against the templates and schemas beside them, each for keys that stand twice, tfvars against
 * their variables, everything against the project's own schema, and what code reads against what is set. One key with different values in two environments
 * is what environments are for, and valid.
 */
export async function validateEntries(asked: Omit<ValidationInput, "byKey">): Promise<ConfigValidation> {
  const input = { ...asked, byKey: groupByKey(asked.entries) };
  const unset = findUnsetVariables(input);
  const errors = [
    ...findDuplicates(input),
    ...findMissing(input),
    ...(await findBroken(input)),
    ...(await findTerraformFaults(input)),
    ...unset.errors,
  ];
  return {
    isValid: errors.length === 0,
    errors: errors.toSorted(compareErrors),
    warnings: unset.warnings.toSorted(compareErrors),
  };
}

function compareErrors(a: ConfigError, b: ConfigError): number {
  const [fileA, fileB] = [a.file ?? "", b.file ?? ""];
  if (fileA !== fileB) return fileA < fileB ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.key < b.key ? -1 : Number(a.key > b.key));
}
