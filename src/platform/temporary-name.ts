import { createHash, randomBytes } from "node:crypto";
import { basename, dirname, join } from "node:path";
import type { Host, TemporaryOwner } from "./types.ts";

/** Who writes: marks its temporary files. */
export type Writer = Pick<Host, "processId" | "hostName">;

/** Beside the file that it becomes: `.resources.json.5f1c20ab-4711.09c2d1e4.tmp`. */
export function temporaryFor(path: string, { processId, hostName }: Writer): string {
  const suffix = `${hostTag(hostName)}-${processId}.${randomBytes(4).toString("hex")}.tmp`;
  return join(dirname(path), `.${basename(path)}.${suffix}`);
}

/** Whose temporary file has this name; undefined for a file of any other kind. */
export function temporaryOwner(name: string, hostName: string): TemporaryOwner | undefined {
  const parts = /^\..+\.(?:([0-9a-f]{8})-)?(\d+)\.[0-9a-f]{8}\.tmp$/.exec(name);
  if (parts === null) return undefined;
  return { processId: parts[1] === hostTag(hostName) ? Number(parts[2]) : undefined };
}

/** A process number says nothing on another machine, nor in a container of this one. */
function hostTag(hostName: string): string {
  return createHash("sha256").update(hostName).digest("hex").slice(0, 8);
}
