import type { Conflict } from "../model/conflict.ts";

/** A text that a rule knows of its conflict; empty where it does not. */
export function evidenceText({ evidence }: Pick<Conflict, "evidence">, name: string): string {
  const value = evidence[name];
  return typeof value === "string" ? value : "";
}
