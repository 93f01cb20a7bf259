import type { OrchestraErrorCode } from "../model/errors.ts";

/** What the command ends with; docs/architecture.md explains each. */
export const EXIT_CODES = {
  done: 0,
  findings: 1,
  usage: 2,
  incomplete: 3,
  bug: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];

/** The exit code of an expected failure: nothing was touched, or what could not be finished. */
export function exitCodeOf(code: OrchestraErrorCode): ExitCode {
  switch (code) {
    case "STATE_UNWRITABLE":
    case "LOCK_TIMEOUT":
    case "FILE_UNWRITABLE":
    case "CHANGE_FAILED":
    case "RECOVERY_NEEDED":
    case "OUTPUT_UNWRITABLE":
      return EXIT_CODES.incomplete;
    case "INTERRUPTED":
      return EXIT_CODES.interrupted;
    case "USAGE":
    case "CONFIG_INVALID":
    case "CONFIG_UNTRUSTED":
    case "CONFLICT_NOT_FOUND":
    case "RESOURCE_NOT_FOUND":
    case "CONFIG_KEY_NOT_FOUND":
    case "CONFIG_AMBIGUOUS":
    case "CONFIG_VALUE_INVALID":
    case "SECRET_NOT_SHOWN":
    case "EXPORT_EXISTS":
    case "RESOURCE_INVALID":
    case "RESOURCE_NOT_REMOVABLE":
    case "ROOT_NOT_FOUND":
    case "STATE_TOO_NEW":
    case "PLAN_INVALID":
    case "PLAN_STALE":
    case "PLAN_REFUSED":
    case "PLAN_NOT_FOUND":
    case "STRATEGY_UNSUPPORTED":
    case "STRATEGY_REFUSED":
    case "RESOLUTION_NOT_FOUND":
    case "UNDO_REFUSED":
      return EXIT_CODES.usage;
  }
}
