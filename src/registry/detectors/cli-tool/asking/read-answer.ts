import type { RunResult } from "../../../../platform/types.ts";
import type { Knowledge } from "../candidate.ts";
import type { ToolEntry } from "../tool.ts";

/** What a program's answer comes to; `another`: it is another program of the same name. */
export type Answer = Knowledge | { readonly kind: "another" };

/** A number with a dot, and what belongs to it. */
const ANY_VERSION = /(?<![\w.])v?(\d+\.\d+(?:\.\d+)*(?:(?:a|b|rc|alpha|beta)\d+)?(?:-[0-9A-Za-z][\w.]*)?)/;

const LONGEST = 4_000;

/** Reads the version out of what a program said when it was asked. */
export function readAnswer(tool: ToolEntry, result: RunResult): Answer {
  if (result.ended === "exited") return readExited(tool, result);
  switch (result.ended) {
    case "timed_out":
      return { kind: "unknown", reason: "it did not answer in time" };
    case "killed":
      return { kind: "unknown", reason: "it was ended before it answered" };
    case "not_found":
      return { kind: "broken", reason: "it cannot be started: the interpreter that it names is not there" };
    case "denied":
      return { kind: "broken", reason: "it cannot be started: not a program for this machine and user" };
  }
}

function readExited(tool: ToolEntry, result: RunResult & { readonly ended: "exited" }): Answer {
  const texts = [clean(result.stdout), clean(result.stderr)];
  const version = texts.map((text) => firstGroup(tool.pattern, text)).find((found) => found !== undefined);
  if (version !== undefined) return { kind: "version", version };
  if (tool.isAmbiguous === true) return { kind: "another" };
  if (result.exitCode === 126 || result.exitCode === 127) {
    return {
      kind: "broken",
      reason: `it cannot run: exit code ${result.exitCode} when asked for its version`,
    };
  }
  if (result.exitCode !== 0) {
    return { kind: "unknown", reason: `exit code ${result.exitCode} when asked for its version` };
  }
  const loose = texts.map((text) => firstGroup(ANY_VERSION, text)).find((found) => found !== undefined);
  return loose === undefined
    ? { kind: "unknown", reason: "it names no version" }
    : { kind: "version", version: loose };
}

function clean(text: string): string {
  // eslint-disable-next-line no-control-regex -- terminals' colour codes are control characters
  return text
    .slice(0, LONGEST)
    .replaceAll(/\u001b\[[0-9;]*m/g, "")
    .replaceAll("\r", "")
    .trim();
}

/** The first group that matched, without a sentence's end. */
function firstGroup(pattern: RegExp | undefined, text: string): string | undefined {
  const groups = pattern?.exec(text)?.slice(1);
  const found = groups?.find((group) => group !== undefined);
  return found?.replace(/[,;:.)\]}"']+$/, "").slice(0, 80);
}
