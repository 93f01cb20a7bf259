import type { Candidate } from "../candidate.ts";
import { followAsdfShim } from "./asdf.ts";
import { followEnvShim } from "./env-managers.ts";
import { followMiseShim } from "./mise.ts";
import { followRustupShim } from "./rustup.ts";
import type { ShimTarget } from "./shim-target.ts";
import { followVoltaShim } from "./volta.ts";

/**
 * What a version manager's stand-in comes to, told by the manager's files: its answer would depend on the folder in
 * which it is asked. Undefined for a program that stands for itself.
 */
export async function followShim(candidate: Candidate): Promise<ShimTarget | undefined> {
  return (
    followEnvShim(candidate) ??
    followAsdfShim(candidate) ??
    (await followMiseShim(candidate)) ??
    followVoltaShim(candidate) ??
    (await followRustupShim(candidate))
  );
}
