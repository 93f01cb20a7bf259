import type { Platform } from "../../platform/types.ts";
import type { CredentialStatus } from "./credential-status.ts";

/** The variable that a setting takes its value from: `${NPM_TOKEN}`, `${NPM_TOKEN:-}`, `$NPM_TOKEN`. */
export function referencedVariable(value: string): string | undefined {
  const braced = /\$\{([A-Za-z_][A-Za-z0-9_]*)(?:[?:-][^}]*)?\}/.exec(value);
  return braced?.[1] ?? /^\$([A-Za-z_][A-Za-z0-9_]*)$/.exec(value.trim())?.[1];
}

/** What is referred to is there when this process sees the variable; otherwise nobody knows. */
export function judgeReference(variable: string, platform: Platform): CredentialStatus {
  const value = platform.host.env[variable];
  if (value !== undefined && value !== "") return { status: "available" };
  return { status: "unknown", statusReason: `${variable} is not set for this process` };
}
