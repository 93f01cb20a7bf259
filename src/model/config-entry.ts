import type { JsonValue } from "./json.ts";
import type { EnvironmentName, ResourcePriority } from "./resource-values.ts";

/** Where configuration comes from. */
export const CONFIG_SOURCE_KINDS = [
  "command_line",
  "set",
  "environment",
  "dotenv",
  "terraform",
  "compose",
  "kubernetes",
  "app_engine",
  "github_workflow",
  "devcontainer",
  "json",
  "yaml",
  "toml",
  "ini",
] as const;

export type ConfigSourceKind = (typeof CONFIG_SOURCE_KINDS)[number];

/**
 * The layers in which a value may stand, highest first: of two that name the same key the one in the higher layer holds.
 * What the command line or `config set` says stands above all. `.env*` files follow dotenv-flow's order, Terraform's variables that of Terraform's documentation. A template
 * (`.env.example`) says which keys there are; what stands in it never holds.
 */
export const CONFIG_LAYERS = [
  "command_line",
  "set",
  "process_environment",
  "dotenv_stage_local",
  "dotenv_stage",
  "dotenv_local",
  "dotenv",
  "dotenv_defaults",
  "terraform_var_file",
  "terraform_auto_tfvars",
  "terraform_tfvars_json",
  "terraform_tfvars",
  "terraform_environment",
  "deployment",
  "deployment_env_file",
  "file_stage",
  "file",
  "terraform_default",
  "terraform_local",
  "dotenv_template",
] as const;

export type ConfigLayer = (typeof CONFIG_LAYERS)[number];

/**
 * The place of a value: a file with line and column, both 1-based; what the process, the command line or `config set`
 * gives has no line.
 */
export interface ConfigSource {
  readonly kind: ConfigSourceKind;
  /** Relative to the root. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** The last line of a value that spans several. */
  readonly endLine?: number;
}

/** All that is said of a secret. */
export interface SecretFacts {
  /** Keyed hash: two places with the same one hold the same secret, on this machine. */
  readonly fingerprint: string;
  /** What told it: `github_token`, `url_password`, `name`, `entropy`, `declared_sensitive`. */
  readonly kind: string;
  /** UTF-16 units. */
  readonly length: number;
}

/** What a Terraform `variable` block says beside its default. */
export interface VariableDeclaration {
  /** Source text on one line, such as `list(string)`. */
  readonly type?: string;
  readonly hasDefault: boolean;
  readonly isNullable: boolean;
  readonly isSensitive: boolean;
  readonly hasValidation: boolean;
}

/** One value of one key in one place. */
export interface ConfigEntry {
  /** As written; members of nested objects are joined by dots. */
  readonly key: string;
  /** Absent for a secret, and for a variable that is declared without a default. */
  readonly value?: JsonValue;
  readonly isSecret: boolean;
  readonly secret?: SecretFacts;
  /** True for text that stands in for a value: `changeme`, `<your-key>`, nothing at all, a key that everybody has. */
  readonly isPlaceholder?: boolean;
  /** True for text that something else has to evaluate: `$HOME/x`, `${var.region}`, `$(command)`. */
  readonly isExpression?: boolean;
  /** True where a key is declared and given no value. */
  readonly isUnset?: boolean;
  /** Of a Terraform variable. */
  readonly declaration?: VariableDeclaration;
  readonly environment: EnvironmentName;
  /**
   * What the value is for: a folder relative to the root, `.` for the root itself; of what one container or job alone
   * is given, `compose.yaml#web`.
   */
  readonly scope: string;
  readonly layer: ConfigLayer;
  readonly priority: ResourcePriority;
  readonly source: ConfigSource;
}
