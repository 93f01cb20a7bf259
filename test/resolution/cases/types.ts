import type { ResolutionStrategy } from "../../../src/model/conflict.ts";
import type { Commit } from "../../support/history.ts";

/** One conflict, one strategy, and the tree that it leaves. */
export interface ResolutionCase {
  readonly rule: string;
  readonly strategy: ResolutionStrategy;
  readonly says: string;
  readonly commits: readonly Commit[];
  /** Where the program runs. */
  readonly environment?: string;
  /** Variables of the process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Files that are other ones afterwards; `null` for one that is gone. */
  readonly leaves?: Readonly<Record<string, string | null>>;
  /** Part of the reason for which the strategy leaves the conflict alone. */
  readonly refused?: string;
}
