import { folderOf } from "./paths.ts";
import type { CausedFinding } from "./rule.ts";

/** Where a finding stands first: what is amiss in one file is most often amiss for one reason. */
export function fileOfFinding({ places: [first] }: CausedFinding): string | undefined {
  return first?.file;
}

/** The folder that a finding stands in. */
export function folderOfFinding({ places: [first] }: CausedFinding): string | undefined {
  return first === undefined ? undefined : folderOf(first.file);
}
