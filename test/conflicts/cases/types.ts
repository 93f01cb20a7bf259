import type { Tree } from "../../support/folders.ts";

/** A tree, and what one rule has to find in it. */
export interface Case {
  readonly rule: string;
  readonly tree: Tree;
  /** `rule file:line` of each finding's first place; none for a decoy. */
  readonly found: readonly string[];
  readonly links?: Readonly<Record<string, string>>;
}
