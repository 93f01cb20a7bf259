import type { ChildProcess } from "node:child_process";
import { codeOf } from "./failure.ts";
import type { RunOptions } from "./types.ts";

/** How long the end of a killed program is waited for: one that hangs in the kernel, or is another user's, may never come. */
const FAREWELL_MS = 500;

/** macOS says EPERM of a group in which only the dead are left. */
const GONE_OR_NOT_OURS = new Set<string | undefined>(["ESRCH", "EPERM"]);

/** A program that was ended. */
export interface Ended {
  readonly ended: "timed_out" | "killed";
}

export interface Limits extends Pick<RunOptions, "timeoutMs" | "signal"> {
  /** The program leads a group of processes, which ends as a whole. */
  readonly isGroup: boolean;
}

/**
 * Gives what `natural` gives, unless the deadline passes or the signal comes first: then the program ends with its
 * children, and who keeps its output open, or cannot be ended, is not waited for.
 */
export function endInTime<T>(child: ChildProcess, natural: Promise<T>, limits: Limits): Promise<T | Ended> {
  return new Promise((resolve, reject) => {
    let ending: Ended | undefined;
    let farewell: NodeJS.Timeout | undefined;
    const end = (reason: Ended["ended"]) => {
      if (ending !== undefined) return;
      ending = { ended: reason };
      letGo(child, limits.isGroup);
      farewell = setTimeout(() => resolve({ ended: reason }), FAREWELL_MS);
    };
    const abort = () => end("killed");
    const timer = setTimeout(() => end("timed_out"), limits.timeoutMs);
    const clear = () => {
      clearTimeout(timer);
      clearTimeout(farewell);
      limits.signal?.removeEventListener("abort", abort);
    };
    limits.signal?.addEventListener("abort", abort, { once: true });
    if (limits.signal?.aborted === true) abort();
    natural.then((value) => resolve(ending ?? value), reject).finally(clear);
  });
}

function letGo(child: ChildProcess, isGroup: boolean): void {
  if (child.pid !== undefined) killFamily(child.pid, isGroup);
  child.stdout?.destroy();
  child.stderr?.destroy();
  child.unref();
}

function killFamily(processId: number, isGroup: boolean): void {
  try {
    process.kill(isGroup ? -processId : processId, "SIGKILL");
  } catch (error) {
    if (!GONE_OR_NOT_OURS.has(codeOf(error))) throw error;
  }
}
