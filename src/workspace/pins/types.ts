/** A version of a language or tool that a file asks for. */
export interface VersionPin {
  /** `node`, `python`, `go`, `rust`, `ruby`, `terraform`, `pnpm`, `yarn`, `npm`. */
  readonly tool: string;
  /** As written. */
  readonly version: string;
  /** The versions that are meant, as a range of npm's `semver`. */
  readonly range: string;
  /** `range` says what is admitted, `pin` what is used; of pins those in files for a version manager stand apart. */
  readonly role: "range" | "version_file" | "image" | "job";
  /** `engines.node`, `FROM`, `setup-node`. */
  readonly what: string;
  /** 1-based. */
  readonly line: number;
}
