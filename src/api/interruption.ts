import { OrchestraError } from "../model/errors.ts";

/** Throws `INTERRUPTED` once the run was interrupted, before anything is kept. */
export function failWhenInterrupted(signal: AbortSignal): void {
  if (signal.aborted) {
    throw new OrchestraError("INTERRUPTED", "interrupted: what was found in this run was not kept", {
      hint: "Run the command again.",
    });
  }
}
