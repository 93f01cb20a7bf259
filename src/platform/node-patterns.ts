import { isNativeError } from "node:util/types";
import { createContext, Script } from "node:vm";
import type { Patterns } from "./types.ts";

/** Matches in a context of its own whose run time the engine bounds, so that no pattern can hold the program up. */
export function createNodePatterns(): Patterns {
  return { match: matchWithin };
}

function matchWithin(
  pattern: string,
  text: string,
  timeoutMs: number,
): readonly (string | undefined)[] | undefined {
  const context = createContext({ pattern, text });
  try {
    const groups: unknown = new Script("new RegExp(pattern, 'm').exec(text)").runInContext(context, {
      timeout: timeoutMs,
    });
    return Array.isArray(groups)
      ? groups.map((group) => (typeof group === "string" ? group : undefined))
      : undefined;
  } catch (error) {
    if (isTimeout(error)) return undefined;
    throw error;
  }
}

/** The error may belong to the context's own realm, whose `Error` is not this one's. */
function isTimeout(error: unknown): boolean {
  return isNativeError(error) && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}
