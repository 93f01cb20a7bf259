import type { ProgramCopy } from "../../../types.ts";
import type { Candidate } from "../candidate.ts";
import { readSmallText } from "../read-small.ts";

/** The version of a snap, from the description that it is installed with. */
export function snapVersion({ tool, command, context }: Candidate, program: ProgramCopy): string | undefined {
  const root = /^(.*\/snap)\/bin\/[^/]+$/.exec(program.path)?.[1];
  if (root === undefined) return undefined;
  const mounts = root.startsWith("/var/lib/snapd/") ? [root, "/snap"] : [root];
  const names = new Set([command, ...(tool.packages ?? [])]);
  const texts = mounts.flatMap((mount) =>
    [...names].map((name) => readSmallText(`${mount}/${name}/current/meta/snap.yaml`, context.platform)),
  );
  const found = texts.map((text) => /^version:\s*["']?v?(\d[^\s"']*)/m.exec(text ?? "")?.[1]);
  return found.find((version) => version !== undefined);
}
