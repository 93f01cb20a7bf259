import type { ResourceDraft } from "../../model/resource.ts";
import { toTimestamp } from "../../model/time.ts";
import type { Platform } from "../../platform/types.ts";
import { describeExposure } from "../permissions.ts";

export interface CredentialFacts {
  /** Absolute: who else may read this file? */
  readonly path?: string | undefined;
  readonly isTracked?: boolean | undefined;
  /** When it ends, in milliseconds since 1970. */
  readonly expiresMs?: number | undefined;
  /** Anything else that makes it less than it should be. */
  readonly flaw?: string | undefined;
}

export type CredentialStatus = Pick<ResourceDraft, "status" | "statusReason">;

/** How well a credential stands, without asking the service that it is for. */
export function judgeCredential(facts: CredentialFacts, platform: Platform): CredentialStatus {
  const { expiresMs } = facts;
  if (expiresMs !== undefined && expiresMs <= platform.clock.now()) {
    return { status: "unauthorized", statusReason: `expired on ${toTimestamp(expiresMs).slice(0, 10)}` };
  }
  const exposure =
    facts.path === undefined ? undefined : describeExposure(platform.files.stat(facts.path), platform);
  const flaws = [facts.flaw, facts.isTracked === true ? "tracked by git" : undefined, exposure];
  const reason = flaws.filter((flaw) => flaw !== undefined).join("; ");
  return reason === "" ? { status: "available" } : { status: "degraded", statusReason: reason };
}

/** A time that a file gives as text, in milliseconds; undefined for what is no date of this or the last century. */
export function parseExpiry(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}/.test(text.trim())) return undefined;
  const milliseconds = Date.parse(
    text
      .trim()
      .replace(/UTC$/, "Z")
      .replace(/ (?=[+-]\d{2}:?\d{2}$)/, ""),
  );
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

/** A time as a resource shows it; undefined stays undefined. */
export function showExpiry(expiresMs: number | undefined): string | undefined {
  return expiresMs === undefined || Math.abs(expiresMs) > 8.64e15 ? undefined : toTimestamp(expiresMs);
}
