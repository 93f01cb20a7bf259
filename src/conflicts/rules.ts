import type { ConflictRule } from "./rule.ts";
import { duplicateKey } from "./rules/config_conflict/duplicate-key.ts";
import { envMissingKey } from "./rules/config_conflict/env-missing-key.ts";
import { envValueConflict } from "./rules/config_conflict/env-value-conflict.ts";
import { requiredVariableUnset } from "./rules/config_conflict/required-variable-unset.ts";
import { secretInPlainEnvironment } from "./rules/config_conflict/secret-in-plain-environment.ts";
import { tfVariableTwice } from "./rules/config_conflict/tf-variable-twice.ts";
import { tfvarsTypeMismatch } from "./rules/config_conflict/tfvars-type-mismatch.ts";
import { tfvarsUndeclared } from "./rules/config_conflict/tfvars-undeclared.ts";
import { typeDisagreement } from "./rules/config_conflict/type-disagreement.ts";
import { lockfileMix } from "./rules/dependency_conflict/lockfile-mix.ts";
import { workspaceRangeMismatch } from "./rules/dependency_conflict/workspace-range-mismatch.ts";
import { duplicateFile } from "./rules/duplicate_file/duplicate-file.ts";
import { caseCollision } from "./rules/file_conflict/case-collision.ts";
import { driftedCopy } from "./rules/file_conflict/drifted-copy.ts";
import { mergeMarker } from "./rules/file_conflict/merge-marker.ts";
import { parseError } from "./rules/file_conflict/parse-error.ts";
import { reservedName } from "./rules/file_conflict/reserved-name.ts";
import { secretCommitted } from "./rules/file_conflict/secret-committed.ts";
import { trackedButIgnored } from "./rules/file_conflict/tracked-but-ignored.ts";
import { brokenComposeEnvFile } from "./rules/ref_inconsistency/broken-compose-env-file.ts";
import { brokenComposePath } from "./rules/ref_inconsistency/broken-compose-path.ts";
import { brokenDockerfileCopy } from "./rules/ref_inconsistency/broken-dockerfile-copy.ts";
import { brokenImport } from "./rules/ref_inconsistency/broken-import.ts";
import { brokenKustomizeReference } from "./rules/ref_inconsistency/broken-kustomize-reference.ts";
import { brokenMdLink } from "./rules/ref_inconsistency/broken-md-link.ts";
import { brokenPackageJsonReference } from "./rules/ref_inconsistency/broken-package-json-reference.ts";
import { brokenSymlink } from "./rules/ref_inconsistency/broken-symlink.ts";
import { brokenTerraformModule } from "./rules/ref_inconsistency/broken-terraform-module.ts";
import { brokenTsconfigReference } from "./rules/ref_inconsistency/broken-tsconfig-reference.ts";
import { brokenWorkflowPath } from "./rules/ref_inconsistency/broken-workflow-path.ts";
import { codeownersPathMissing } from "./rules/ref_inconsistency/codeowners-path-missing.ts";
import { requirementsIncludeMissing } from "./rules/ref_inconsistency/requirements-include-missing.ts";
import { assistantConfigMismatch } from "./rules/resource_conflict/assistant-config-mismatch.ts";
import { composePortCollision } from "./rules/resource_conflict/compose-port-collision.ts";
import { missingDependency } from "./rules/resource_conflict/missing-dependency.ts";
import { projectMismatch } from "./rules/resource_conflict/project-mismatch.ts";
import { shadowedTool } from "./rules/resource_conflict/shadowed-tool.ts";
import { installedVersionMismatch } from "./rules/version_conflict/installed-version-mismatch.ts";
import { versionDisagreement } from "./rules/version_conflict/version-disagreement.ts";

/** Every rule, by type. */
export const CONFLICT_RULES: readonly ConflictRule[] = [
  duplicateFile,
  mergeMarker,
  caseCollision,
  reservedName,
  secretCommitted,
  parseError,
  trackedButIgnored,
  driftedCopy,
  envValueConflict,
  envMissingKey,
  duplicateKey,
  tfvarsUndeclared,
  tfvarsTypeMismatch,
  tfVariableTwice,
  requiredVariableUnset,
  typeDisagreement,
  secretInPlainEnvironment,
  composePortCollision,
  shadowedTool,
  projectMismatch,
  assistantConfigMismatch,
  missingDependency,
  brokenComposeEnvFile,
  brokenComposePath,
  brokenDockerfileCopy,
  brokenImport,
  brokenKustomizeReference,
  brokenMdLink,
  brokenPackageJsonReference,
  brokenSymlink,
  brokenTerraformModule,
  brokenTsconfigReference,
  brokenWorkflowPath,
  codeownersPathMissing,
  requirementsIncludeMissing,
  lockfileMix,
  workspaceRangeMismatch,
  versionDisagreement,
  installedVersionMismatch,
];
