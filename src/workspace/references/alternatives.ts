import { importAlternatives } from "./imports.ts";
import type { FileReference } from "./types.ts";

/** Every path that a reference may mean; of imports there are too many to be kept with each. */
export function pathsOf(file: string, reference: FileReference): readonly string[] {
  if (reference.kind !== "import") return reference.candidates;
  return reference.candidates.flatMap((path) => importAlternatives(file, path));
}
