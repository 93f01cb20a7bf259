import type { DetectContext, ProgramCopy } from "../../types.ts";
import type { Tool } from "./tool.ts";

/** A file on PATH that has the name of a tool. */
export interface Candidate {
  readonly tool: Tool;
  /** The name that it was found by. */
  readonly command: string;
  readonly copy: ProgramCopy;
  /** Copies of the same name that come later on PATH. */
  readonly later: readonly ProgramCopy[];
  readonly context: DetectContext;
}

/** What is known of a program's version. */
export type Knowledge =
  | { readonly kind: "version"; readonly version: string }
  /** It is the tool and can run, as far as anyone can tell, but says no version. */
  | { readonly kind: "unknown"; readonly reason: string }
  /** It cannot run at all. */
  | { readonly kind: "broken"; readonly reason: string };

/** One copy of a tool on PATH. */
export interface CopyFacts {
  readonly copy: ProgramCopy;
  readonly manager: string;
  readonly knowledge: Knowledge;
  /** The program that a version manager's shim starts. */
  readonly startedProgram?: string | undefined;
}
