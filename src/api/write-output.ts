import { isAbsolute, resolve } from "node:path";
import { OrchestraError } from "../model/errors.ts";
import { createNodePlatform } from "../platform/node-platform.ts";

/** Writes the document of `--output` whole or not at all; relative to the working folder. */
export function writeOutput(
  path: string,
  text: string,
  place: { readonly workingFolder: string; readonly env: Readonly<Record<string, string | undefined>> },
): void {
  const absolute = isAbsolute(path) ? path : resolve(place.workingFolder, path);
  const { files } = createNodePlatform(place);
  if (files.stat(absolute)?.kind === "folder") throw unwritable(path, "it is a folder");
  try {
    files.writeAtomic(absolute, text, { mode: 0o600 });
  } catch (error) {
    if (error instanceof OrchestraError) throw unwritable(path, error.message, error);
    throw error;
  }
}

function unwritable(path: string, reason: string, cause?: unknown): OrchestraError {
  return new OrchestraError("OUTPUT_UNWRITABLE", `${path} cannot be written: ${reason}`, {
    cause,
    hint: "--output names a file in a folder that exists and may be written.",
  });
}
