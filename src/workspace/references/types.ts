/** What kind of file a reference stands in, which is also what a rule is about. */
export type ReferenceKind =
  | "markdown"
  | "compose_env_file"
  | "compose"
  | "dockerfile"
  | "workflow"
  | "package_json"
  | "tsconfig"
  | "import"
  | "terraform"
  | "kustomize"
  | "requirements"
  | "codeowners";

/** A place where one file names another of the tree. */
export interface FileReference {
  readonly kind: ReferenceKind;
  /** In the words of its format: `link`, `env_file`, `build context`. */
  readonly what: string;
  /** As written. */
  readonly target: string;
  /** 1-based. */
  readonly line: number;
  /** Paths relative to the root; the reference is good when one of them is there. */
  readonly candidates: readonly string[];
  /** Of a link into a Markdown file: the part after `#`. */
  readonly heading?: string;
  /** Of a package that has a script which builds it: what it names may be made. */
  readonly mayBeBuilt?: boolean;
  /** Of a Terraform module: a folder with configuration in it. */
  readonly needsTerraform?: boolean;
}
