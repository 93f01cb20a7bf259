import type { Diagnostic } from "../../model/diagnostic.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { Session } from "../session.ts";
import type { RecoverySummary } from "./types.ts";

/**
 * What every command does before its own work: a change that was killed is finished or taken back where that is safe,
 * and told in any case.
 */
export async function recoverFirst(session: Session): Promise<readonly Diagnostic[]> {
  try {
    const { recover } = await import("./apply.ts");
    const report = await recover(session, { isAsked: false });
    return report === undefined ? [] : [describe(report)];
  } catch (error) {
    if (!(error instanceof OrchestraError)) throw error;
    return error.code === "RECOVERY_NEEDED" ? [needed(error)] : [];
  }
}

/** One sentence of what became of it. */
export function describeRecovery({ title, outcome, left }: RecoverySummary): string {
  const done = outcome === "finished" ? "had been done and is finished" : "was put back as it was";
  const rest = left.length === 0 ? "" : `; left as somebody else made it: ${left.join(", ")}`;
  return `"${title}" was killed half way: all of it ${done}${rest}`;
}

function describe(report: RecoverySummary): Diagnostic {
  return {
    severity: "warning",
    code: "CHANGES_RECOVERED",
    message: describeRecovery(report),
    source: "changes",
  };
}

function needed({ message, hint, file }: OrchestraError): Diagnostic {
  return {
    severity: "error",
    code: "RECOVERY_NEEDED",
    message,
    source: "changes",
    ...(file === undefined ? {} : { file }),
    ...(hint === undefined ? {} : { hint }),
  };
}
