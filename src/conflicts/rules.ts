import type { ConflictRule } from "./rule.ts";
import { duplicateKey, envValueConflict } from "./rules/config_conflict/dotenv.ts";
import { envMissingKey } from "./rules/config_conflict/env-missing-key.ts";
import {
  requiredVariableUnset,
  tfVariableTwice,
  tfvarsTypeMismatch,
  tfvarsUndeclared,
} from "./rules/config_conflict/terraform.ts";
import { lockfileMix } from "./rules/dependency_conflict/lockfile-mix.ts";
import { duplicateFile } from "./rules/duplicate_file/duplicate-file.ts";
import { caseCollision } from "./rules/file_conflict/case-collision.ts";
import { mergeMarker } from "./rules/file_conflict/merge-marker.ts";
import { parseError } from "./rules/file_conflict/parse-error.ts";
import { reservedName } from "./rules/file_conflict/reserved-name.ts";
import { secretCommitted } from "./rules/file_conflict/secret-committed.ts";
import { brokenSymlink } from "./rules/ref_inconsistency/broken-symlink.ts";
import { requirementsIncludeMissing } from "./rules/ref_inconsistency/requirements-include-missing.ts";
import { composePortCollision } from "./rules/resource_conflict/compose-port-collision.ts";

/** Every rule, by type. */
export const CONFLICT_RULES: readonly ConflictRule[] = [
  duplicateFile,
  mergeMarker,
  caseCollision,
  reservedName,
  secretCommitted,
  parseError,
  envValueConflict,
  envMissingKey,
  duplicateKey,
  tfvarsUndeclared,
  tfvarsTypeMismatch,
  tfVariableTwice,
  requiredVariableUnset,
  composePortCollision,
  brokenSymlink,
  requirementsIncludeMissing,
  lockfileMix,
];
