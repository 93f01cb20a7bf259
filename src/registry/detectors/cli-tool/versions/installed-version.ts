import type { ProgramCopy } from "../../../types.ts";
import type { Candidate, Knowledge } from "../candidate.ts";
import { cargoVersion } from "./cargo.ts";
import { layoutVersion } from "./layout.ts";
import { nodePackageKnowledge } from "./node-package.ts";
import { placedVersion } from "./placed.ts";
import { pythonVersion } from "./python-package.ts";
import { snapVersion } from "./snap.ts";

/**
 * What the files around a program tell of its version, without running it; undefined where they tell nothing. Only
 * what belongs to this tool counts, so an answer proves that the program is the tool.
 */
export function installedVersion(candidate: Candidate, program: ProgramCopy): Knowledge | undefined {
  const known = nodePackageKnowledge(candidate, program);
  if (known !== undefined) return known;
  const version =
    placedVersion(candidate, program) ??
    layoutVersion(candidate.tool, program.realPath) ??
    pythonVersion(candidate, program) ??
    cargoVersion(candidate, program) ??
    snapVersion(candidate, program);
  return version === undefined ? undefined : { kind: "version", version };
}
