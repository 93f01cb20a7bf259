import type { Tree } from "../../support/folders.ts";

/** A tree, and what one rule has to find in it. */
export interface Case {
  readonly rule: string;
  readonly tree: Tree;
  /** `rule file:line` of each finding's first place, with its severity where that is not the rule's; none for a decoy. */
  readonly found: readonly string[];
  readonly links?: Readonly<Record<string, string>>;
  /** Folders that are repositories of their own, none of which was fetched. */
  readonly submodules?: readonly string[];
  /** Paths that git ignores and tracks all the same. */
  readonly forced?: readonly string[];
  /** Programs outside the project that print their version, by folder and name; the first folder stands first in PATH. */
  readonly programs?: Readonly<Record<string, string>>;
}
