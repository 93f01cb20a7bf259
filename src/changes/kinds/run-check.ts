import { z } from "zod";
import { OrchestraError } from "../../model/errors.ts";
import type { RunResult } from "../../platform/types.ts";
import { join } from "node:path";
import { parseParams } from "../file-kind.ts";
import { checkPath } from "../check-path.ts";
import type { ChangeKind } from "../kind.ts";

const TIMEOUT_MS = 120_000;
const SHOWN_LINES = 5;

const schema = z.strictObject({
  program: z.string().min(1),
  arguments: z.array(z.string()).default([]),
  /** Relative to the root; the root when left out. */
  cwd: z.string().exactOptional(),
  timeoutMs: z.int().positive().max(3_600_000).default(TIMEOUT_MS),
});

/** A program that only looks: when it does not end with 0, the plan failed. Never a shell. */
export const runCheck: ChangeKind = {
  kind: "run_check",
  seal: (params) => {
    const { cwd } = parseParams("run_check", schema, params);
    if (cwd !== undefined) checkPath(cwd);
    return params;
  },
  describe: (params) => {
    const { program, arguments: words } = parseParams("run_check", schema, params);
    return `check with ${[program, ...words].join(" ")}`.slice(0, 200);
  },
  precheck: () => undefined,
  capture: () => null,
  apply: async ({ params, world }) => {
    const { program, arguments: words, cwd, timeoutMs } = parseParams("run_check", schema, params);
    const { platform, root, signal } = world.context;
    const result = await platform.processes.run(program, words, {
      cwd: cwd === undefined ? root : join(root, cwd),
      timeoutMs,
      signal,
      env: platform.host.env,
    });
    const fault = faultOf(result);
    if (fault !== undefined) throw new OrchestraError("CHANGE_FAILED", `the check with ${program} ${fault}`);
  },
  verify: () => undefined,
  revert: () => undefined,
};

/** The end of what it said, as it is most often where the reason stands. */
function faultOf(result: RunResult): string | undefined {
  if (result.ended !== "exited") return `did not run to its end: ${result.ended}`;
  if (result.exitCode === 0) return undefined;
  const lines = `${result.stdout}\n${result.stderr}`.split("\n").filter((line) => line.trim() !== "");
  const said = lines
    .slice(-SHOWN_LINES)
    .join(" | ")
    .replaceAll(/\p{Cc}/gu, " ")
    .slice(0, 500);
  return `ended with ${result.exitCode}${said === "" ? "" : `: ${said}`}`;
}
