import { closeSync, constants, fdatasyncSync, openSync, writeSync } from "node:fs";
import { OrchestraError } from "../model/errors.ts";
import { codeOf } from "./failure.ts";
import type { DurableLog } from "./edit-types.ts";

const FLAGS =
  constants.O_WRONLY |
  constants.O_APPEND |
  constants.O_CREAT |
  (constants.O_NOFOLLOW ?? 0) |
  (constants.O_NONBLOCK ?? 0);

/** Opens a log for appending; made where there is none. */
export function openLog(path: string, { mode }: { readonly mode: number }): DurableLog {
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw unwritable(path, error);
    }
  };
  const descriptor = attempt(() => openSync(path, FLAGS, mode));
  return {
    append: (bytes) => attempt(() => writeAll(descriptor, Buffer.from(bytes))),
    sync: () => attempt(() => fdatasyncSync(descriptor)),
    close: () => closeSync(descriptor),
  };
}

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
}

function unwritable(path: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === undefined) return error;
  return new OrchestraError("STATE_UNWRITABLE", `${path} cannot be written: ${code}`, {
    cause: error,
    hint: "Check the permissions and the free space of its folder.",
  });
}
