/** Codes of expected failures; the table in docs/architecture.md says which exit code each gives. */
export type OrchestraErrorCode =
  | "USAGE"
  | "CONFIG_INVALID"
  | "CONFIG_UNTRUSTED"
  | "CONFIG_KEY_NOT_FOUND"
  | "CONFIG_AMBIGUOUS"
  | "CONFIG_VALUE_INVALID"
  | "SECRET_NOT_SHOWN"
  | "EXPORT_EXISTS"
  | "CONFLICT_NOT_FOUND"
  | "RESOURCE_NOT_FOUND"
  | "RESOURCE_INVALID"
  | "RESOURCE_NOT_REMOVABLE"
  | "ROOT_NOT_FOUND"
  | "STATE_UNWRITABLE"
  | "STATE_TOO_NEW"
  | "LOCK_TIMEOUT"
  | "FILE_UNWRITABLE"
  | "PLAN_INVALID"
  | "PLAN_STALE"
  | "PLAN_REFUSED"
  | "PLAN_NOT_FOUND"
  | "STRATEGY_UNSUPPORTED"
  | "STRATEGY_REFUSED"
  | "RESOLUTION_NOT_FOUND"
  | "UNDO_REFUSED"
  | "RECOVERY_NEEDED"
  | "CHANGE_FAILED"
  | "OUTPUT_UNWRITABLE"
  | "INTERRUPTED";

export interface OrchestraErrorOptions {
  /** What the reader can do about it. */
  readonly hint?: string;
  readonly cause?: unknown;
  readonly file?: string;
  readonly line?: number;
}

/** A failure that was foreseen: it tells what went wrong with which value, and what to do. */
export class OrchestraError extends Error {
  override readonly name = "OrchestraError";
  readonly code: OrchestraErrorCode;
  readonly hint: string | undefined;
  readonly file: string | undefined;
  readonly line: number | undefined;

  constructor(code: OrchestraErrorCode, message: string, options: OrchestraErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
    this.file = options.file;
    this.line = options.line;
  }
}
